import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { InputRelation } from '#scoring/relations/input-relation.ts';
import type { PublishedStudy } from '#scoring/relations/published-studies.ts';
import type { TeamPeriod } from '#scoring/relations/team-period.ts';
import type { ComputedCorrelation } from '#scoring/statistics/correlation.ts';

import { decimalWords, pWords } from './figure-words.ts';
import { leftOutWords } from './left-out-words.ts';
import type { InputView } from './relations-view.ts';
import type { TeamNames } from './team-names.server.ts';
import { marksFor, scatterPoints, teamRow } from './team-rows.server.ts';

/** One input against the rate: picture, table, statistics and what was published. */
export function inputView(
  relation: InputRelation,
  teams: readonly TeamPeriod[],
  names: TeamNames,
  policy: DisclosurePolicy,
): InputView {
  const { input } = relation;
  const places = input.key === 'fidelity' ? 0 : 1;
  // The picture holds what the table prints: a ratio in full would give the counts it came from away.
  const printed = (x: number): number => Number(x.toFixed(places));
  const own = teams.find(({ teamId }) => teamId === names.ownTeamId);
  const ownValue = own === undefined || own.clients === 0 ? null : input.valueOf(own);
  const ownMark =
    own !== undefined && ownValue !== null ? { team: own, x: printed(ownValue) } : undefined;
  const points = relation.points.map((point) => ({ ...point, x: printed(point.x) }));
  const marks = marksFor(points, ownMark, names, policy);
  return {
    key: input.key,
    name: input.name,
    unit: input.unit,
    finding: relation.sentence,
    points: scatterPoints(marks, names),
    lines: [],
    rows: marks.map((mark) => teamRow(mark, names, (x) => decimalWords(x, places))),
    leftOut: leftOutWords(relation.hiddenTeams, relation.teamsWithoutInput, relation.teamsTooSmall),
    statistics:
      relation.status === 'computed'
        ? [
            statistic('Pearson’s r', relation.pearson),
            statistic('Spearman’s rank correlation', relation.spearman),
          ]
        : [],
    teams: relation.teams,
    smallestDetectable: wordsOr(relation.smallestDetectable),
    smallestSignificant: wordsOr(relation.smallestSignificant),
    published: relation.published.map(studyWords),
  };
}

function statistic(
  name: string,
  { r, lower, upper, p }: ComputedCorrelation,
): InputView['statistics'][number] {
  const interval = `${decimalWords(lower)} to ${decimalWords(upper)}`;
  return { name, estimate: decimalWords(r), interval, p: pWords(p) };
}

function wordsOr(value: number | null): string {
  return value === null ? 'not defined for so few teams' : decimalWords(value);
}

function studyWords(study: PublishedStudy): InputView['published'][number] {
  const { name, units, correlation, rate, result } = study;
  const count = units.from === units.to ? String(units.from) : `${units.from} to ${units.to}`;
  const range =
    correlation === null
      ? 'not given'
      : correlation.from === correlation.to
        ? decimalWords(correlation.from)
        : `${decimalWords(correlation.from)} to ${decimalWords(correlation.to)}`;
  return { name, units: `${count} ${units.what}`, correlation: range, rate, result };
}
