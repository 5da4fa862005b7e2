import { evidenceGap, publishedEvidenceGaps } from '#scoring/outcomes/evidence-gap.ts';
import { longerHours } from '#scoring/outcomes/longer-hours.ts';

import { percentage, rateOf, type EvaluationEntries } from './evaluation-data.ts';
import { isCompleteCase, type EvaluationRow } from './evaluation-fit.ts';
import { exact, holds, inRange, rounded } from './figure.ts';

type Select = (row: EvaluationRow) => boolean;

/** The jobs that were started: hours, and 13 weeks with evidence and allowing for the gap in it. */
function jobFigures(
  clients: readonly EvaluationRow[],
  published: (path: string) => number,
): EvaluationEntries {
  const started = clients.filter(({ jobStart }) => jobStart === 1);
  const held = started.filter(({ sustained13Weeks }) => sustained13Weeks === 1).length;
  const { evidenced, variants } = evidenceGap(
    held,
    started.length,
    publishedEvidenceGaps['sustained-13-weeks'],
  );
  const adjusted = variants.find(({ variant }) => variant === 'of-evidenced')?.adjusted;
  const percent = (share: number | null | undefined) => 100 * (share ?? Number.NaN);
  const figure = (path: string, share: number | null | undefined): EvaluationEntries[number] => [
    path,
    rounded(percent(share), published(path)),
  ];
  const hours = started.flatMap(({ hoursPerWeek }) =>
    hoursPerWeek === null ? [] : [hoursPerWeek],
  );
  const longer = hours.filter((each) => each >= longerHours).length;
  return [
    ['sixteenHoursOrMorePct', inRange(percentage(longer, hours.length), [72.5, 77.5])],
    figure('sustained13Weeks.evidencedPct', evidenced.value),
    figure('sustained13Weeks.allowingForEvidenceGapPct', adjusted),
  ];
}

/** The cohort as a whole and its plain rates. */
export function headlineFigures(
  clients: readonly EvaluationRow[],
  published: (path: string) => number,
): EvaluationEntries {
  const share = (select: Select) => percentage(clients.filter(select).length, clients.length);
  const rate = (select: Select) => rateOf(clients, select);
  const overall = rate(() => true);
  const startedBetween = (from: number, to: number) =>
    clients.filter(({ daysToJob }) => daysToJob !== null && daysToJob >= from && daysToJob <= to)
      .length;
  const [before, after] = [startedBetween(151, 250), startedBetween(251, 350)];
  return [
    ['clients', exact(clients.length, published('clients'))],
    [
      'clientsInRegression',
      exact(clients.filter(isCompleteCase).length, published('clientsInRegression')),
    ],
    ['jobEntryPct', rounded(overall, published('jobEntryPct'))],
    [
      'jobEntryAllowingForEvidenceGapPct',
      rounded(overall * 1.05, published('jobEntryAllowingForEvidenceGapPct')),
    ],
    ...jobFigures(clients, published),
    ['startsInFirst100Days', inRange(startedBetween(0, 100), [145, 155], 0)],
    [
      'startsSlowAfterDays',
      holds(`${before} starts on days 151 to 250, ${after} on days 251 to 350`, before > 2 * after),
    ],
    [
      'referredByDrugAndAlcoholTeamPct',
      inRange(
        share(({ referralSource }) => referralSource === 'Drug and alcohol team'),
        [77.5, 82.5],
      ),
    ],
    [
      'outOfWorkBenefitsPct',
      inRange(
        share(({ benefit }) => benefit !== 'None'),
        [76.5, 80],
      ),
    ],
    [
      'youngest16to24JobEntryPct',
      inRange(
        rate(({ age }) => age !== null && age <= 24),
        [40, 45],
      ),
    ],
    [
      'oldest55to69JobEntryPct',
      rounded(
        rate(({ age }) => age !== null && age >= 55),
        published('oldest55to69JobEntryPct'),
      ),
    ],
    [
      'selfReferralJobEntryPct',
      inRange(
        rate(({ referralSource }) => referralSource === 'Self-referral'),
        [60, 70],
      ),
    ],
    [
      'nonOpiatesAndAlcoholJobEntryPct',
      inRange(
        rate(({ mainSubstance }) => mainSubstance === 'Non-opiates and alcohol'),
        [43, 45],
      ),
    ],
  ];
}
