import type { User } from '#app/server/context.server.ts';
import { teamReader } from '#app/teams/team-reader.server.ts';
import { keptWork, type Workplace } from '#app/work/kept-work.server.ts';
import { listChartBaselines } from '#db/queries/chart-baselines.ts';
import { findTeam } from '#db/queries/teams.ts';
import { formatMonth } from '#scoring/calendar/iso-day.ts';
import {
  BASELINE_WORDS,
  LIMIT_WORDS,
  SIGMA_WORDS,
  sharedSentence,
  signalSentence,
} from '#scoring/statistics/control-charts/chart-words.ts';

import { baselineRows } from './baseline-rows.ts';
import { drawingOf } from './drawing.ts';
import { monthRows } from './month-rows.ts';
import type { OverTimeView } from './over-time-view.ts';
import { phaseViews } from './phases.ts';
import { choicesOf, measuresFor, questionOf, queryOf } from './question.ts';
import { baselineMonths, teamChart, type TeamChart } from './team-chart.ts';

/** Lines that no month can pass are drawn where the months end. */
const heldWords = {
  single: 'A lower limit under 0 is shown at 0; sigma is worked out before.',
  share: 'Limits under 0% or above 100% are shown there; sigma is worked out before.',
} as const;

interface Asked {
  teamId: string;
  user: User;
  search: URLSearchParams;
  today: string;
}

/** A team over time for one reader, or undefined where there is no such team for them. */
export async function overTimeView(
  place: Workplace,
  { teamId, user, search, today }: Asked,
): Promise<OverTimeView | undefined> {
  const { db } = place;
  const viewer = await teamReader(db, user, teamId);
  const team = await findTeam(db, teamId);
  if (viewer === undefined || team === undefined) return undefined;
  const offered = measuresFor(viewer);
  const question = questionOf(search, offered);
  const { measure, rules } = question;
  const { name, axis, valueHeading, format } = measure;
  const asked = { teamId, measure: measure.key, viewer, today };
  const series = await keptWork(place, 'overTimeSeries', asked);
  const baselines = await listChartBaselines(db, teamId, measure.key);
  const standing = baselines.filter(({ removedAt }) => removedAt === null);
  const ofTeam = teamChart(series.months, standing, question);
  const { chart, begun } = ofTeam;
  const numbers = new Map([...begun.values()].map(({ id }, index) => [id, index + 1]));
  const phases = phaseViews(ofTeam, format);
  const rows = monthRows(series, ofTeam, numbers);
  const { findings, shared } = findingsOf(ofTeam);
  const sigma = [SIGMA_WORDS, heldWords[measure.kind]];
  const here = `/teams/${teamId}/over-time`;
  const mayBegin = user.role === 'administrator' || user.role === 'team-leader';
  const query = queryOf(question);
  return {
    team: { name: team.name, href: `/teams/${teamId}` },
    choices: choicesOf(question, offered),
    query,
    measure: { name, axis, valueHeading, format },
    chartName: chart.method,
    definition: series.definition,
    notes: [...series.notes],
    caution: measure.caution,
    places: series.places,
    findings,
    shared,
    phases,
    drawing: drawingOf(ofTeam, {
      team: team.name,
      measure,
      places: series.places,
      rows,
      phases,
      findings: shared === null ? findings : [...findings, shared],
    }),
    sigma,
    method: [LIMIT_WORDS[chart.method], BASELINE_WORDS, ...sigma],
    rules: { name: rules.name, words: rules.rules.map(({ words }) => words) },
    countHeadings: rows.some(({ counts }) => counts.length > 0) ? [...measure.countHeadings] : [],
    rows,
    baselines: baselineRows(baselines, {
      numbers,
      areNamed: ['administrator', 'team-leader', 'employment-specialist'].includes(user.role),
      base: mayBegin ? here : null,
    }),
    newBaselineHref:
      mayBegin && baselineMonths(series.months).length > 0
        ? `${here}/baselines/new?${query}`
        : null,
  };
}

/** In order of time; those that begin together in the order of the rules. */
function findingsOf({ chart, points }: TeamChart): Pick<OverTimeView, 'findings' | 'shared'> {
  const nameOf = (index: number): string => formatMonth(points[index]?.month ?? '');
  const inOrder = chart.signals.toSorted((a, b) => (a.points[0] ?? 0) - (b.points[0] ?? 0));
  return {
    findings: inOrder.map((signal) => signalSentence(signal, nameOf)),
    shared: sharedSentence(inOrder, nameOf) ?? null,
  };
}
