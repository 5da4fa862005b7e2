import { Details } from '#app/components/govuk/details.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

interface Props {
  item: Pick<ScaleItem, 'definition' | 'alcoholAndDrugs'>;
  previous: { review: string; score: number; reasons: string[] } | null;
}

/** What a reviewer reads before scoring: what the item means, what to know here, what was agreed last time. */
export function ItemGuide({ item, previous }: Props) {
  return (
    <>
      <p className="govuk-body-l">{item.definition}</p>
      {item.alcoholAndDrugs !== null && (
        <InsetText>In alcohol and drug treatment: {item.alcoholAndDrugs}</InsetText>
      )}
      {previous !== null && (
        <Details summary={`Last review: score ${previous.score}`}>
          <p className="govuk-body">{previous.review}</p>
          {previous.reasons.map((reason) => (
            <p className="govuk-body gt-typed-text" key={reason}>
              {reason}
            </p>
          ))}
          {previous.reasons.length === 0 && <p className="govuk-body">No reason was recorded.</p>}
        </Details>
      )}
    </>
  );
}
