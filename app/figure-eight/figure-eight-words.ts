import {
  clearIntervalWords,
  limitsWords,
  ratioWords,
} from '#app/client-model/job-starts/readings.ts';
import { decimalWords, figureWords } from '#app/relations/figure-words.ts';
import type { MeetingsClass } from '#scoring/relations/figure-eight.ts';

import type {
  FigureEightReport,
  OtherStatus,
  RoundedEstimate,
  TeamFacts,
  TeamInReport,
} from './figure-eight-report.ts';

/** Figure 8 in plain words: the same on the page, in its charts and in its files. */

export const pageTitle = 'Which teams turn meetings into job starts?';

export const meetingsWords = {
  'to-date': 'All meetings to date',
  'first-60-days': 'Meetings of the first 60 days (landmark)',
} as const;

/** A difference of chances in percentage points, with its sign. */
export function pointsWords(difference: number): string {
  return decimalWords(100 * difference, 0);
}

/** An interval clear of 0 whose ends are rounded to it says so. */
export function pointsInterval({ lower, upper, isClear }: RoundedEstimate): string {
  const ends = { lower: pointsWords(lower), upper: pointsWords(upper) };
  return isClear
    ? clearIntervalWords(ends, { none: pointsWords(0), within: 'half a point' })
    : `${ends.lower} to ${ends.upper}`;
}

export function oddsRatioWords(estimate: RoundedEstimate): string {
  return `${ratioWords(estimate.value)} (${limitsWords(estimate)})`;
}

export function meetingsMean({ meanMeetings }: TeamFacts): string {
  return meanMeetings === null ? '*' : meanMeetings.toFixed(1);
}

const classNames: Readonly<Record<MeetingsClass, string>> = {
  'more effectively': 'More effectively',
  'less effectively': 'Less effectively',
  'about as effectively': 'About as effectively',
};

export function className(team: TeamInReport): string {
  return classNames[team.class];
}

/** The variant that counts meetings the other way: in a cell, over a column of a file, and at the start of a sentence. */
export const otherVariant = {
  'to-date': {
    label: 'First 60 days only',
    heading: 'Meetings of the first 60 days only',
    words: 'With meetings of the first 60 days only (the landmark variant)',
    tooFew: 'too few in the first 60 days',
  },
  'first-60-days': {
    label: 'All meetings',
    heading: 'All meetings to date',
    words: 'With all meetings to date',
    tooFew: 'too few to date',
  },
} as const;

/** Where there is no class for another reason than few clients. */
const withoutOtherClass: Readonly<Partial<Record<OtherStatus, string>>> = {
  working: 'Being worked out',
  older: 'Not shown (worked out from other records)',
  failed: 'Could not be worked out',
  'not-estimable': 'Cannot be estimated',
};

export function otherClassName(
  { otherClass }: TeamInReport,
  { otherStatus, meetings }: FigureEightReport,
): string {
  if (otherClass !== null) return classNames[otherClass];
  return withoutOtherClass[otherStatus] ?? `Not shown (${otherVariant[meetings].tooFew})`;
}

/** As it stands within a sentence: "all other teams", but a team by its name. */
export function referenceName({ reference, population }: FigureEightReport): string {
  return population === 'records' ? 'all other teams together' : reference.name;
}

/** The class of one team. */
export function classSentence(team: TeamInReport, report: FigureEightReport): string {
  const than = team.class === 'about as effectively' ? 'as' : 'than';
  return `${team.name} turns meetings into job starts ${team.class} ${than} ${referenceName(report)}`;
}

/** What the picture shows, in one sentence. */
export function findingOf(report: FigureEightReport): string {
  const [first, ...others] = report.teams;
  if (first === undefined) return `No team can be set against ${referenceName(report)}`;
  if (others.length === 0) return classSentence(first, report);
  const count = (name: MeetingsClass): string =>
    `${report.teams.filter((team) => team.class === name).length} ${name}`;
  const more = report.teams.filter((team) => team.class === 'more effectively').length;
  const verb = more < 2 ? 'team turns' : 'teams turn';
  return `Against ${referenceName(report)}, ${more === 0 ? 'no' : more} ${verb} meetings into job starts more effectively, ${count('less effectively')} and ${count('about as effectively')}`;
}

/** One team in plain words, a paragraph each. */
export function readingOf(team: TeamInReport, report: FigureEightReport): string[] {
  const reference = referenceName(report);
  return [
    [countsSentence(team), meetingsSentence(team, report)].join(' '),
    `Leaving meetings aside, its clients were ${likelihood(team.effectWithout)} to start a job than clients of ${reference} who are alike in everything else. Set beside clients with as many meetings too, they were ${likelihood(team.effectWith)}. ${changeSentence(team)}`,
    [meaningOf(team, reference), otherSentence(team, report)].join(' '),
  ];
}

/** Whether the answer holds when meetings are counted the other way. */
function otherSentence(team: TeamInReport, { meetings }: FigureEightReport): string {
  const { words } = otherVariant[meetings];
  if (team.otherClass === null) return '';
  return team.otherClass === team.class
    ? `${words} the answer is the same.`
    : `${words} the answer is another, “${team.otherClass}”: it depends on which meetings are counted.`;
}

function countsSentence({ figure }: TeamFacts): string {
  if (figure.status !== 'shown') return 'Its numbers are too small to show.';
  const { entries, clients, rate, interval } = figureWords(figure);
  const about = figure.rounded ? 'About ' : '';
  return `${about}${entries} of ${clients} clients with every answer started a job: ${rate} (95% interval ${interval}).`;
}

function meetingsSentence(team: TeamInReport, report: FigureEightReport): string {
  const { reference, meetings } = report;
  if (team.meanMeetings === null) return '';
  const when = meetings === 'to-date' ? 'each on average' : 'each in the first 60 days on average';
  const other =
    reference.meanMeetings === null
      ? ''
      : `; clients of ${referenceName(report)} had ${meetingsMean(reference)}`;
  return `Its clients had ${meetingsMean(team)} meetings ${when}${other}.`;
}

function likelihood(effect: RoundedEstimate): string {
  const points = Math.abs(100 * effect.value).toFixed(0);
  const clear = effect.isClear ? '' : ': not clearly different';
  const words =
    points === '0'
      ? 'about as likely'
      : `${points} percentage ${points === '1' ? 'point' : 'points'} ${effect.value > 0 ? 'more' : 'less'} likely`;
  return `${words} (95% interval ${pointsInterval(effect)}${clear})`;
}

const positions: Readonly<Record<MeetingsClass, string>> = {
  'more effectively': 'all of it above 0',
  'less effectively': 'all of it below 0',
  'about as effectively': '0 lies within it',
};

function changeSentence(team: TeamInReport): string {
  return `The second less the first is ${pointsWords(team.change.value)} ${Math.abs(team.change.value) === 0.01 ? 'point' : 'points'}, with a 95% interval of ${pointsInterval(team.change)}: ${positions[team.class]}.`;
}

/** What the change says of meetings: how the team compares when they are counted in, not how well it does. */
function meaningOf(team: TeamInReport, reference: string): string {
  switch (team.class) {
    case 'more effectively':
      return `So counting meetings in moves the team up against ${reference}: from its clients’ numbers of meetings one would expect fewer job starts than from those of ${reference}, so it compares better once they are counted in. That is what “more effectively” means here.`;
    case 'less effectively':
      return `So counting meetings in moves the team down against ${reference}: from its clients’ numbers of meetings one would expect more job starts than from those of ${reference}, so it compares less well once they are counted in. That is what “less effectively” means here, and it can have good reasons: clients who need more time, or meetings that help in other ways.`;
    case 'about as effectively':
      return `So counting meetings in moves the team neither clearly up nor clearly down against ${reference}. That is what “about as effectively” means here.`;
  }
}

/** How the figure was worked out: on the page, and in each file. */
export function methodFacts(report: FigureEightReport): { name: string; value: string }[] {
  const { refits, separatedRefits, failedRefits, eventsPerParameter, whole } = report;
  const number = (count: number): string => count.toLocaleString('en-GB');
  return [
    { name: 'Clients', value: `${report.clients}, with an answer to every question of the model` },
    { name: 'Job start', value: report.jobStart },
    { name: 'Meetings', value: meetingsWords[report.meetings] },
    { name: 'Compared with', value: referenceName(report) },
    { name: 'In the model', value: `${whole.jobStarts} job starts of ${whole.clients} clients` },
    {
      name: 'Events per parameter',
      value: eventsPerParameter === null ? 'not shown' : eventsPerParameter.toFixed(1),
    },
    { name: 'Model', value: `${report.method}, on: ${report.adjustedFor.join(', ')}` },
    { name: 'Fitted to', value: fittedTo(report) },
    { name: 'Odds ratios', value: 'Wald’s 95% intervals' },
    {
      name: 'Change',
      value: `Average marginal effect with meetings less that without; 95% interval between percentiles of ${number(refits)} refits to clients drawn with replacement, seed ${report.seed}`,
    },
    {
      name: 'Refits',
      value: `${number(refits)}; of a hundred, ${ofHundred(failedRefits)} gave no answer, and in ${ofHundred(separatedRefits)} some answer told job starts apart without error, so that its effect is taken at its limit`,
    },
  ];
}

function ofHundred(refits: number): string {
  return refits === 0 ? 'under 3' : `about ${refits}`;
}

function fittedTo({ population, teams }: FigureEightReport): string {
  const isOwn = teams.some((team) => team.isOwn);
  const same =
    population === 'evaluation'
      ? ', the same as on “What goes with a job start” for all its variables'
      : '';
  return isOwn
    ? 'Clients weighted so that this team has its exact counts, and all clients together the rounded ones that may be shown: estimates tell no more of other teams than these do'
    : `Clients weighted to the rounded counts that may be shown${same}: estimates tell no more than these do, and differ from those of exact counts, mostly by far less than their interval is wide`;
}

/** Under picture and table: who is not in them. */
export function leftOut({ teamsHidden, teamsNotEstimated }: FigureEightReport): string[] {
  const teams = (count: number, words: string): string[] =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'team' : 'teams'} ${words}`];
  return [
    ...teams(
      teamsHidden,
      'left out of picture and table, because the numbers are too small to show; the model includes their clients.',
    ),
    ...teams(teamsNotEstimated, 'left out, because nothing can be estimated for them.'),
  ];
}
