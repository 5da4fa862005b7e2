import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { percentWords } from '#app/relations/figure-words.ts';
import type {
  ReleasedFirstJobsByGroup,
  ReleasedFirstJobsOfGroup,
} from '#scoring/outcomes/release/released-first-jobs-by-group.ts';
import { findingsCaution, withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';

import { DefinitionLink } from './definition-link.tsx';
import { logRankWords } from './log-rank-words.ts';
import { breakdownName } from './outcomes-words.ts';

interface FirstJobsByGroupSectionProps {
  firstJobs: ReleasedFirstJobsByGroup;
}

/** How soon first jobs come in the groups of one breakdown, by periods in which no group has few starts. */
export function FirstJobsByGroupSection({ firstJobs }: FirstJobsByGroupSectionProps) {
  const { breakdown, status, groups, test } = firstJobs;
  const by = withSmallFirst(breakdownName(breakdown));
  if (status === 'hidden') {
    return (
      <section className="gt-section" id="first-jobs-by-group">
        <h2 className="govuk-heading-m">Time to first job by {by}: not shown</h2>
        <p className="govuk-body">
          In some group too few clients began a first job, or their number would follow from others
          that are shown. Another breakdown can be chosen at the top of the page.
        </p>
      </section>
    );
  }
  const heading = headingOf(firstJobs, by);
  const months = groups.flatMap(({ periods }) => periods.map(({ month }) => month));
  const ends = [...new Set(months)];
  const share = (group: ReleasedFirstJobsOfGroup, end: number) =>
    group.periods.find(({ month }) => month === end)?.startedOfAll ?? null;
  const words = (group: ReleasedFirstJobsOfGroup, end: number) => {
    const value = share(group, end);
    return value === null ? withoutShare(group) : percentWords(value);
  };
  return (
    <div className="gt-wide-table">
      <ChartFigure
        id="first-jobs-by-group"
        heading={heading}
        definition={
          <>
            Of all clients of each group, the share who had started a job by the end of a follow-up
            month (<DefinitionLink of="outcomes-first-jobs-by-group">Kaplan-Meier</DefinitionLink>).{' '}
            {logRankWords(test)} Another breakdown can be chosen at the top of the page.
          </>
        }
        caution={findingsCaution}
        table={{
          caption: `Job starts so far, by ${by}`,
          captionHidden: true,
          small: true,
          wide: true,
          columns: [
            { heading: 'Group' },
            ...ends.map((end) => ({ heading: `By month ${end}`, numeric: true })),
            { heading: '50% shown by', numeric: true },
          ],
          rows: groups.map((group) => ({
            key: group.group,
            cells: [group.group, ...ends.map((end) => words(group, end)), halfWords(group)],
          })),
        }}
      >
        <DotPlot
          id="first-jobs-by-group-chart"
          title={heading}
          description={groups
            .map((group) =>
              [
                `${group.group}:`,
                ends.map((end) => `by month ${end} ${words(group, end)}`).join(', '),
              ].join(' '),
            )
            .join('; ')}
          axis={{ title: 'Share of all clients who had started', format: 'percent' }}
          rows={ends.flatMap((end) =>
            groups.map((group) => ({
              key: `${end} ${group.group}`,
              group: `By the end of month ${end}`,
              label: group.group,
              value: share(group, end),
              text: words(group, end),
            })),
          )}
        />
      </ChartFigure>
    </div>
  );
}

function headingOf({ test }: ReleasedFirstJobsByGroup, by: string): string {
  if (test === null) return `Time to first job by ${by}`;
  return test.isClear
    ? `How soon clients start a first job differs by ${by}`
    : `No clear difference by ${by} in how soon clients start a first job`;
}

const withoutShare = ({ status }: ReleasedFirstJobsOfGroup) => (status === 'hidden' ? '*' : '–');

function halfWords(group: ReleasedFirstJobsOfGroup): string {
  const { halfByMonth, periods } = group;
  if (halfByMonth !== null) return `month ${halfByMonth}`;
  const isKnown = periods.some(({ startedOfAll }) => startedOfAll !== null);
  return isKnown ? 'not reached' : withoutShare(group);
}
