import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { auditChainState } from '#app/administration/audit-chain.server.ts';
import { AuditChain } from '#app/administration/audit-chain.tsx';
import { AuditFilter } from '#app/administration/audit-filter.tsx';
import { AuditTable } from '#app/administration/audit-table.tsx';
import { actionInWords, fieldsInWords, utcInWords } from '#app/administration/audit-words.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { PageLinks } from '#app/components/lists/page-links.tsx';
import { pageOf } from '#app/components/lists/paging.ts';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { auditFilterForm } from '#app/forms/audit-filter.schema.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import {
  countAuditRecords,
  listAuditedEntities,
  listAuditRecords,
} from '#db/queries/audit-list.ts';
import { addDays } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Audit', wide: true };

const recordsPerPage = 50;
const filterFields = ['kind', 'dayDay', 'dayMonth', 'dayYear'] as const;

export async function loader({ request, context: { db } }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const typed = Object.fromEntries(filterFields.map((name) => [name, search.get(name) ?? '']));
  const asked = auditFilterForm.safeParse(typed);
  const { kind, day } = asked.success ? asked.data : { kind: '', day: null };
  const kinds = await listAuditedEntities(db);
  const filter = {
    entity: kinds.find((known) => known === kind),
    from: day ?? undefined,
    before: day === null ? undefined : addDays(day, 1),
  };
  const page = pageOf(search.get('page'), await countAuditRecords(db, filter), recordsPerPage);
  const { limit, offset } = page;
  const rows = await listAuditRecords(db, { ...filter, limit, offset });
  return {
    page,
    kinds,
    typed,
    errors: asked.success ? [] : errorsOf(asked.error),
    chain: await auditChainState(db, { all: search.get('check') === 'all' }),
    rows: rows.map((row) => ({
      number: row.seq,
      at: utcInWords(row.at),
      who: row.actorName ?? 'Set-up command',
      what: `${actionInWords(row.action)}: ${row.entity}`,
      team: row.teamName ?? '',
      fields: fieldsInWords(row.detail),
    })),
  };
}

export default function Audit() {
  const { page, kinds, typed, errors, chain, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <FormErrors errors={errors} fieldIds={{ day: 'day-day' }} focusKey={errors} />
      <h1 className="govuk-heading-l">Audit</h1>
      <p className="govuk-body">
        Who changed what, and when. Records cannot be changed or removed; each carries a hash over
        itself and the one before it, so that a record altered behind the product’s back shows.
      </p>
      <AuditChain chain={chain} />
      <AuditFilter kinds={kinds} typed={typed} error={errors[0]?.message} />
      <p className="govuk-body">
        {page.total === 1 ? '1 record' : `${page.total.toLocaleString('en-GB')} records`}
      </p>
      {rows.length > 0 && <AuditTable rows={rows} />}
      <PageLinks page={page} keep={typed} />
    </>
  );
}
