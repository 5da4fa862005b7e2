import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';

import type { ChainState } from './audit-chain.server.ts';

export function AuditChain({ chain: { records, checked, broken } }: { chain: ChainState }) {
  if (broken !== null) {
    return (
      <WarningText>
        {`Record ${broken} does not fit: it or the one before it was changed outside the product. Keep the file as it is and compare it with a backup.`}
      </WarningText>
    );
  }
  const number = (value: number) => value.toLocaleString('en-GB');
  return (
    <InsetText>
      {checked === records ? (
        <>The chain is whole: all {number(records)} records fit together.</>
      ) : (
        <>
          The newest {number(checked)} of {number(records)} records fit together.{' '}
          <a className="govuk-link" href="?check=all">
            Check all records
          </a>
        </>
      )}
    </InsetText>
  );
}
