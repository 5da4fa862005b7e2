import { rollOutCheck } from '#scoring/outcomes/roll-out.ts';

import { flagWords, otherSourceNote } from '../roll-out-words.ts';
import {
  countColumn,
  notApplicable,
  numberColumn,
  percentColumn,
  textColumn,
  yesOrNo,
  type Table,
} from './cells.ts';

/** Table 1 of the published report with its own arithmetic, and the other source beside it. No people are counted here. */
export function rollOutTables(): Table[] {
  const { rows, flags } = rollOutCheck();
  return [
    {
      title: 'Roll-out, as published in 2025',
      base: 'Services and local authorities; table 1 of the 2025 report',
      method:
        'As printed; beside it what the rows up to each add up to, and that less what is printed',
      notes: flags.map(flagWords),
      columns: [
        textColumn('Joined'),
        ...['Services', 'Local authorities'].flatMap((counted) => [
          ...[counted, `${counted} so far, printed`, `${counted} so far, added`].map(countColumn),
          numberColumn(0)(`${counted} so far, difference`),
        ]),
      ],
      rows: rows.map(({ printed, servicesAdded, localAuthoritiesAdded }) => [
        printed.group,
        ...[printed.services, printed.cumulativeServices, servicesAdded],
        servicesAdded - printed.cumulativeServices,
        ...[printed.localAuthorities, printed.cumulativeLocalAuthorities, localAuthoritiesAdded],
        localAuthoritiesAdded - printed.cumulativeLocalAuthorities,
      ]),
    },
    {
      title: 'Roll-out beside another source',
      base: 'Services and local authorities; the years of table 1 that the other source has a figure of',
      method: 'As printed; they agree where its figure is one of the two of table 1',
      notes: [otherSourceNote],
      columns: [
        textColumn('Joined'),
        ...['Services', 'Local authorities', 'Another source'].map(countColumn),
        textColumn('What it counts'),
        percentColumn(0)('Access of people in treatment, another source'),
        textColumn('Agrees'),
      ],
      rows: rows.flatMap(({ printed, other }) =>
        other === null
          ? []
          : [
              [
                ...[printed.group, printed.services, printed.localAuthorities, other.joined],
                ...[other.counts, other.access ?? notApplicable, yesOrNo(other.agrees)],
              ],
            ],
      ),
    },
  ];
}
