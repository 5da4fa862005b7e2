import { formatDay } from '#scoring/calendar/iso-day.ts';

import { firstSentence } from './outcomes-words.ts';
import type { FirstJobsChoice } from './first-jobs-choice.ts';
import type { OutcomesPage } from './outcomes-page.server.ts';
import type { OverviewView } from './outcomes-view.ts';
import type { ProviderEvidence } from './provider-evidence.server.ts';

/** What the overview prints of a release, and no more. */
export function overviewReport(
  { choices, round, previousRound, release, previous, hidden }: OutcomesPage,
  evidence: ProviderEvidence,
  { value }: FirstJobsChoice,
): OverviewView['report'] {
  if (round === undefined || release === undefined) return null;
  const { countsRoundedTo, matchRate, meanFollowUpDays, complete, printed } = release;
  const group = release.groups[choices.group];
  const { description, firstJobs, printedMonths, trial, outcomes } = group;
  const before = previous?.groups[choices.group].outcomes;
  const [main] = outcomes;
  return {
    linkedOn: formatDay(round.linkageDate),
    ...{ countsRoundedTo, matchRate, meanFollowUpDays, complete, printed },
    ...{ description, firstJobs, printedMonths, trial },
    firstJobsByGroup: group.firstJobsByGroup.find(({ breakdown }) => breakdown === value) ?? null,
    previousName: previousRound?.name ?? null,
    outcomes: outcomes.map(({ outcome, total, printed: beside }) => ({
      outcome,
      total,
      printed: beside,
      previous: before?.find((one) => one.outcome === outcome)?.total ?? null,
    })),
    findings: main?.tables.flatMap(({ findings }) => findings.map(firstSentence)) ?? [],
    evidence,
    hidden: hidden ?? null,
  };
}
