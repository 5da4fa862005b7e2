import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import {
  getJobEntryDefinition,
  jobEntryDefinitions,
} from '#scoring/outcomes/job-entry-definitions.ts';
import { relationsReport, type RelationsReport } from '#scoring/relations/relations-report.ts';
import { defaultRelationSettings } from '#scoring/relations/team-period.ts';
import { choice, levelOption, numberOr, wholeFrom } from './command/options.ts';
import { defineSubject } from './command/subject.ts';
import { interval, pValue, shown } from './printing/in-words.ts';
import type { TextBlock } from './printing/text-block.ts';
import { columnsPassedOver, layoutPlans } from './reading/layout.ts';
import { readTable } from './reading/read-table.ts';
import { relationLayout } from './team-layout.ts';
import { meetingsWarning, teamPeriods } from './team-periods.ts';

const method =
  'Each input against the job-entry rate over teams: Pearson (Fisher’s z) and Spearman (Bonett and Wright); integration by quasi-binomial trend and Jonckheere-Terpstra; all together by quasi-binomial regression with a beta-binomial check; 25 items by Spearman with Benjamini and Hochberg.';

/** Definitions that counts of teams can follow; a trial's figures are only ever cited. */
const definitionKeys = jobEntryDefinitions
  .filter(({ versions }) => versions.some(({ rule }) => rule.kind !== 'published-only'))
  .map(({ key }) => key);

/** How service quality goes with job entry over the teams of a file. */
export const relate = defineSubject({
  name: 'relate',
  summary:
    'Relations of service quality with job entry over teams: fidelity, integration, contacts, meetings, together and item by item.',
  file: 'teams.csv',
  options: {
    definition: choice(
      ['not-stated', ...definitionKeys],
      'definition of the rate that the counts follow',
    ),
    contacts: choice(
      ['strict', 'all-modes'],
      'employer contacts that enter the regression of all together',
    ),
    fewestClients: numberOr(
      '10',
      wholeFrom(1),
      defaultRelationSettings.fewestClients,
      'teams with fewer clients are listed, not used',
    ),
    level: levelOption,
  },
  analyse: async (path, { definition: key, contacts, fewestClients, level }) => {
    const table = await readTable(path, (header) => layoutPlans(relationLayout, header));
    const definition = key === 'not-stated' ? null : getJobEntryDefinition(key);
    const report = relationsReport(
      teamPeriods(table),
      definition,
      { viewer: 'own-team', policy: defaultDisclosurePolicy },
      { contacts },
      { ...defaultRelationSettings, fewestClients, level },
    );
    return {
      table,
      method,
      result: {
        status: 'computed',
        smallNumbers: 'not protected: the file is the reader’s own',
        ...report,
        definition: definition && { key: definition.key, name: definition.name },
      },
      warnings: [
        ...(definition === null
          ? ['the definition of the rate is not stated: name it with --definition']
          : []),
        ...meetingsWarning(table),
        ...columnsPassedOver(relationLayout, table.header),
      ],
      text: textOf(report),
    };
  },
});

function textOf({ inputs, integration, together, items, caution }: RelationsReport<unknown>) {
  const blocks: TextBlock[] = [
    {
      heads: ['Input', 'Teams', 'Pearson r', 'Interval', 'p', 'Spearman', 'Interval'],
      rows: inputs.map((relation) => {
        const head = [relation.input.name, String(relation.teams)];
        if (relation.status !== 'computed') return [...head, relation.status];
        const { pearson, spearman } = relation;
        return [
          ...head,
          shown(pearson.r),
          interval(pearson),
          pValue(pearson.p),
          shown(spearman.r),
          interval(spearman),
        ];
      }),
    },
    `Integration: ${integration.sentence}`,
  ];
  if (together.status === 'fitted') {
    blocks.push({
      heads: ['All together', 'Odds ratio', 'Interval', 'p'],
      rows: together.oddsRatios.map(({ label, oddsRatio, p, ...limits }) => [
        label,
        shown(oddsRatio),
        interval(limits),
        pValue(p),
      ]),
    });
  } else blocks.push(`All together: ${together.reason}.`);
  return [...blocks, `Items: ${items.sentence}`, caution];
}
