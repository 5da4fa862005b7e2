import { Form, useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { fieldProps, typedIn } from '#app/forms/field-props.ts';
import { sourceNames } from '#app/forms/fidelity/item-answers.ts';
import { evidenceField, factFields, itemScoreLists } from '#app/forms/fidelity/item-fields.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { useRouteForm, type RouteForm } from '#app/forms/use-route-form.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

import { FactFields } from './fact-fields.tsx';
import { ProposalBox } from './proposal-box.tsx';
import { RecordedPanel } from './recorded-panel.tsx';
import type { RecordedView } from './recorded-view.ts';
import { TakeRecorded } from './take-recorded.tsx';
import { useLiveProposal } from './use-live-proposal.ts';

interface Props {
  item: ScaleItem;
  initial: FormValues;
  /** What the team's own records say; null where they are not shown. */
  recorded: RecordedView | null;
  /** The page's heading and what is read before scoring: errors come above both. */
  children: ReactNode;
}

const formId = 'item';

/** Facts, proposal, score, reason, evidence: the order in which a reviewer works, with the team's records beside. */
export function ItemForm({ item, initial, recorded, children }: Props) {
  const form = useRouteForm(
    async () => (await import('#app/forms/fidelity/item-score.schema.ts')).itemScoreSchema(item),
    initial,
    itemScoreLists,
  );
  const taken = recorded?.values ?? undefined;
  const { proposal, recordedProposal, onChange, refresh } = useLiveProposal(
    item,
    form.values,
    taken,
  );
  const answer = useActionData();
  return (
    <div className="gt-item">
      <div className="gt-item__head">
        <FormErrors errors={form.errors} focusKey={answer} />
        <ConflictNotice conflict={form.conflict} what={`item ${item.number}`} isOwn />
        {children}
      </div>
      {recorded !== null && (
        <div className="gt-item__records">
          <RecordedPanel recorded={recorded}>
            {taken !== undefined && (
              <TakeRecorded
                formId={formId}
                values={taken}
                proposal={recordedProposal}
                onTaken={refresh}
              />
            )}
          </RecordedPanel>
        </div>
      )}
      <Form
        method="post"
        noValidate
        id={formId}
        className="gt-item__work"
        onSubmit={form.onSubmit}
        onChange={onChange}
      >
        <SubmissionFields version={typedIn(form.values, 'version')} />
        <FactSection item={item} form={form} />
        <ProposalBox proposal={proposal} />
        <ScoreFields item={item} form={form} />
        <EvidenceFields item={item} form={form} />
        <ButtonGroup>
          <Button name="intent" value="continue" preventDoubleClick>
            Save and continue
          </Button>
          <Button name="intent" value="list" variant="secondary" preventDoubleClick>
            Save and return to the list
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}

function FactSection({ item, form }: { item: ScaleItem; form: RouteForm }) {
  if (factFields(item).length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What you found</h2>
      <FactFields rule={item.rule} form={form} />
      <Button name="intent" value="propose" variant="secondary">
        Work out the proposal
      </Button>
    </>
  );
}

function ScoreFields({ item, form }: { item: ScaleItem; form: RouteForm }) {
  return (
    <>
      <Radios
        {...fieldProps(form, 'score')}
        label="Score"
        labelSize="m"
        hint="Score what happens now and can be evidenced. A description counts only when all of it holds; otherwise choose the one below."
        items={item.anchors.map(({ score, text }) => ({
          value: String(score),
          label: String(score),
          hint: text,
        }))}
      />
      <Textarea
        {...fieldProps(form, 'reason')}
        label="Reason"
        labelSize="m"
        hint="Needed where your score differs from the proposal, or where an average lies exactly between two scores. No names of clients."
      />
    </>
  );
}

function EvidenceFields({ item, form }: { item: ScaleItem; form: RouteForm }) {
  const hasAdaptation =
    typedIn(form.values, 'adaptationReason') !== '' ||
    form.errorFor('adaptationReason') !== undefined;
  return (
    <>
      <h2 className="govuk-heading-m" id="evidence">
        Evidence
      </h2>
      <p className="govuk-hint">What you saw, read or heard. No names of clients.</p>
      {item.sources.map((source) => (
        <Textarea
          key={source}
          {...fieldProps(form, evidenceField(source))}
          label={`${sourceNames[source]} (${source})`}
          rows={3}
        />
      ))}
      <Details summary="An adaptation was applied" open={hasAdaptation}>
        <Textarea
          {...fieldProps(form, 'adaptationReason')}
          label="What was adapted for alcohol and drug treatment, and why (optional)"
          hint="The score still follows the letter of the scale."
          rows={3}
        />
      </Details>
    </>
  );
}
