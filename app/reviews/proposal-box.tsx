import type { ItemProposal } from '#scoring/fidelity/proposal.ts';

/** What the rule proposes from what is recorded. Never more than a proposal: the reviewer's score is the score. */
export function ProposalBox({ proposal }: { proposal: ItemProposal }) {
  return (
    <div className="govuk-inset-text" id="proposal" aria-live="polite">
      {proposal.status === 'proposed' ? (
        <>
          <p className="govuk-body">
            From what is recorded the rule proposes <strong>{proposal.score}</strong>.
          </p>
          <p className="govuk-body govuk-!-margin-bottom-0">{proposal.explanation}</p>
        </>
      ) : (
        <p className="govuk-body govuk-!-margin-bottom-0">
          No score is proposed. {proposal.reason}
        </p>
      )}
    </div>
  );
}
