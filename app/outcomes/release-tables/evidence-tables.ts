import type { ReleasedHours } from '#scoring/outcomes/release/released-evidence.ts';

import {
  evidenceBases,
  evidenceCaution,
  evidencedNames,
  hoursPopulations,
} from '../evidence-words.ts';
import type { ProviderEvidence } from '../provider-evidence.server.ts';
import {
  confidential,
  countColumn,
  figureCells,
  orConfidential,
  orNotAvailable,
  percentColumn,
  textColumn,
  yesOrNo,
  type Table,
} from './cells.ts';

/** What providers have evidence of, with both readings of the gap, and longer hours. */
export function evidenceTables({ evidence, hours }: ProviderEvidence): Table[] {
  return [
    {
      title: 'Evidence gap: jobs that providers have evidence of, evaluation cohort',
      base: 'Clients of the evaluation cohort; for jobs held for 13 weeks those with an evidenced start',
      method:
        'Evidenced clients divided by clients of the base, from rounded counts; then with the gap as a part of what is evidenced, evidenced x (1 + gap), or as a part of what was achieved, evidenced / (1 - gap), held to 100%',
      notes: [
        evidenceCaution,
        'Within rounding: some counts that round to those shown have the published share. It is decided on the rounded counts.',
      ],
      columns: [
        ...['Outcome', 'Base'].map(textColumn),
        ...['Evidenced', 'Clients of the base'].map(countColumn),
        percentColumn(1)('Percentage evidenced'),
        ...['Lowest that rounding leaves open', 'Highest that rounding leaves open'].map(
          percentColumn(1),
        ),
        ...['Gap, low', 'Gap, high'].map(percentColumn(0)),
        ...[
          'Evidenced x (1 + gap)',
          'Evidenced x (1 + gap), low',
          'Evidenced x (1 + gap), high',
          'Evidenced / (1 - gap)',
          'Evidenced / (1 - gap), low',
          'Evidenced / (1 - gap), high',
        ].map(percentColumn(1)),
        ...['evidenced', 'with the gap'].flatMap((name) => [
          percentColumn(0)(`Published, ${name}`),
          textColumn(`Published, ${name}, within rounding`),
        ]),
      ],
      rows: evidence.map(({ outcome, evidenced, gap, variants, open, published }) => {
        const adjusted = (['of-evidenced', 'of-achieved'] as const).flatMap((key) => {
          const found = variants.find(({ variant }) => variant === key);
          const values = [found?.adjusted, found?.atLowGap, found?.atHighGap];
          return evidenced.status === 'hidden'
            ? values.map(() => orConfidential(null))
            : values.map(orNotAvailable);
        });
        const ends =
          evidenced.status === 'hidden'
            ? [confidential, confidential]
            : [orNotAvailable(open?.low), orNotAvailable(open?.high)];
        const printed = [published.evidenced, published.adjusted].flatMap(({ value, isOpen }) => [
          value,
          open === null ? 'Not compared' : yesOrNo(isOpen),
        ]);
        return [
          ...[evidencedNames[outcome], evidenceBases[outcome]],
          ...[...figureCells(evidenced, ['count', 'base', 'value']), ...ends, gap.low, gap.high],
          ...[...adjusted, ...printed],
        ];
      }),
    },
    {
      title: 'Jobs of 16 hours a week or more',
      base: 'Jobs started whose hours a week are recorded',
      method:
        'Jobs of 16 hours or more divided by jobs with hours, from rounded counts; Wilson’s 95% interval',
      notes: ['HMRC gives no hours: these are the providers’ own records.'],
      columns: [
        textColumn('Jobs of'),
        ...['16 hours or more', 'With hours recorded'].map(countColumn),
        ...['Percentage', 'Lower end, 95%', 'Upper end, 95%'].map(percentColumn(0)),
        countColumn('Hours not recorded'),
      ],
      rows: (['evaluation', 'teams'] as const).map((key) => [
        hoursPopulations[key],
        ...hoursCells(hours[key]),
      ]),
    },
  ];
}

function hoursCells({ share, notRecorded }: ReleasedHours) {
  return [
    ...figureCells(share, ['count', 'base', 'value', 'lower', 'upper']),
    orConfidential(notRecorded),
  ];
}
