import { publishedEvidenceGaps } from '#scoring/outcomes/evidence-gap.ts';
import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';
import { trialFigures } from '#scoring/outcomes/report/trial-comparison.ts';
import { sustainedDays } from '#scoring/outcomes/spells/client-outcomes.ts';
import { fewestClientsOfPublishedSite } from '#scoring/outcomes/tables/group-table.ts';

import { benchmarkRows } from '../../reference/benchmarks.ts';
import type { DemoFigure, DemoFigures } from './figure.ts';

type Published = ReadonlyMap<string, number | string | boolean>;

/** Published rules and marks beside those that the product works with: the same to the last digit. */
function sameFigures(
  own: Readonly<Record<string, number | string | null | undefined>>,
  published: Published,
): DemoFigures {
  return new Map(
    Object.entries(own).map(([path, value]): [string, DemoFigure] => [
      path,
      { value: String(value), isWithin: value === published.get(path) },
    ]),
  );
}

const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? share : Math.round(100 * share);

/** The rules of the linkage and the trial beside it. */
export function linkageRules(linkageDate: string, published: Published): DemoFigures {
  const trial = (outcome: string, group: string | null = null) =>
    trialFigures.find(
      (figure) => figure.outcome === outcome && (figure.group?.name ?? null) === group,
    );
  const [worked, sustained] = [trial('worked'), trial('sustained-13-weeks')];
  return sameFigures(
    {
      'design.followUpMonths': followUpRules2025.longestMonths,
      'design.minimumMonthsSinceEnrolment': followUpRules2025.minimumMonths,
      'design.linkageMonth': linkageDate.slice(0, 7),
      'design.enrolmentFrom': followUpRules2025.firstEnrolment,
      'design.enrolmentTo': followUpRules2025.lastEnrolment,
      'design.sustainedWeeks': sustainedDays / 7,
      'design.minimumClientsPerPublishedSite': fewestClientsOfPublishedSite,
      'ipsAdTrialPct.successfulEmployment.intervention': percent(worked?.intervention),
      'ipsAdTrialPct.successfulEmployment.control': percent(worked?.control),
      'ipsAdTrialPct.opiatesWithoutCrackIntervention': percent(
        trial('worked', 'Opiates without crack')?.intervention,
      ),
      'ipsAdTrialPct.sustained13Weeks.intervention': percent(sustained?.intervention),
      'ipsAdTrialPct.sustained13Weeks.control': percent(sustained?.control),
    },
    published,
  );
}

/** Gaps and benchmarks of the evaluation. */
export function evaluationRules(published: Published): DemoFigures {
  const mark = (key: string) => benchmarkRows.find((row) => row.key === key)?.value;
  const gap = publishedEvidenceGaps['sustained-13-weeks'];
  return sameFigures(
    {
      'sustained13Weeks.gapLowPct': percent(gap.low),
      'sustained13Weeks.gapHighPct': percent(gap.high),
      jobStartEvidenceGapPct: percent(publishedEvidenceGaps.starts.low),
      benchmarkBeyondSevereMentalIllnessPct: percent(
        mark('into-work-beyond-severe-mental-illness'),
      ),
      employerContactStandardPerWeek: mark('employer-contacts-standard'),
      employerContactStaffSayMeaningfulPerWeek: mark('employer-contacts-meaningful'),
    },
    published,
  );
}
