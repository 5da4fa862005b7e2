import type { FilterChoice } from '#app/components/filter-form.tsx';
import { formatHalfYear } from '#scoring/calendar/half-year.ts';

import { needsTwoHalfYears, periodChoices } from './period.ts';
import type { RelationsQuestion } from './relations-data.server.ts';

/** How much of teams' records is looked at: under which definition, in which half-year, how long. */
export function recordChoices({
  definition,
  definitions,
  period,
  today,
}: Pick<RelationsQuestion, 'definition' | 'definitions' | 'period' | 'today'>): FilterChoice[] {
  return [
    {
      name: 'definition',
      label: 'Definition of a job entry',
      items: definitions.map(({ key, name }) => ({ value: key, label: name })),
      chosen: definition.key,
    },
    {
      name: 'period',
      label: 'Half-year',
      items: periodChoices(today).map((value) => ({ value, label: formatHalfYear(value) })),
      chosen: period.halfYear,
    },
    {
      name: 'length',
      label: 'Length',
      items: [
        ...(needsTwoHalfYears(definition, today) ? [] : [{ value: '1', label: 'That half-year' }]),
        { value: '2', label: 'With the half-year before' },
      ],
      chosen: String(period.halfYears),
    },
  ];
}
