import { Table } from '#app/components/govuk/table.tsx';
import type { ItemRule, ScaleItem } from '#scoring/fidelity/scale-types.ts';

/** One item of the scale as it is printed: what it means, its five descriptions, what the rule goes by. */
export function ScaleItemText({ item }: { item: ScaleItem }) {
  const { number, title, definition, anchors, rule, alcoholAndDrugs } = item;
  return (
    <section aria-labelledby={`item-${number}`}>
      <h3 className="govuk-heading-m" id={`item-${number}`}>
        {number}. {title}
      </h3>
      <p className="govuk-body">{definition}</p>
      {alcoholAndDrugs !== null && (
        <p className="govuk-body">In alcohol and drug treatment: {alcoholAndDrugs}</p>
      )}
      <Table
        caption={`Descriptions of item ${number}`}
        captionHidden
        columns={[
          { heading: 'Score', numeric: true },
          { heading: 'Description' },
          { heading: 'Checked' },
        ]}
        rows={anchors.map(({ score, text, verification }) => ({
          key: String(score),
          cells: [score, text, verification === 'verified' ? 'Checked' : 'To be checked'],
        }))}
      />
      <RuleText rule={rule} />
    </section>
  );
}

function RuleText({ rule }: { rule: ItemRule }) {
  const conditions = rule.conditions.map(({ key, label, when, effect, score }) => {
    const holds = when === 'present' ? 'Where this holds' : 'Where this does not hold';
    const limit = effect === 'cap' ? `the score is ${score} at most` : `the score is ${score}`;
    return { key, text: `${holds}, ${limit}: ${label}` };
  });
  return (
    <>
      {rule.kind === 'band' && <p className="govuk-body">How it is measured: {rule.measuredHow}</p>}
      {rule.kind === 'count' && (
        <>
          <p className="govuk-body">The parts:</p>
          <ul className="govuk-list govuk-list--bullet">
            {rule.components.map(({ key, label }) => (
              <li key={key}>{label}</li>
            ))}
          </ul>
        </>
      )}
      {conditions.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {conditions.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
