import { isDrawn, logistic, weighted, type SeededRandom } from './draw.ts';
import type { TeamProfile } from './team-profiles.ts';
import {
  benefits,
  confidences,
  ethnicities,
  housings,
  lastJobs,
  mainSubstanceOf,
  NOT_KNOWN,
  qualifications,
  referralSources,
  substanceGroups,
  type SubstanceGroup,
} from './vocabulary.ts';

/** Who a client is at enrolment: what the demo knows, which is more than what the record may say. */
export interface ClientProfile {
  substanceGroup: SubstanceGroup;
  sex: 'female' | 'male';
  age: number;
  inWork: 'yes' | 'no' | 'not-known';
  deprivationQuintile: number | null;
  monthsInTreatment: number;
  factors: {
    referralSource: string;
    mainSubstance: string;
    treatment: string;
    lastJob: string;
    gpVisit: string;
    aeVisit: string;
    benefit: string;
    ethnicity: string;
    housing: string;
    convicted: string;
    confidence: string;
    qualification: string;
  };
}

const draw = {
  substanceGroup: weighted(substanceGroups),
  inWork: weighted({ no: 92, yes: 5, 'not-known': 3 }),
  quintile: weighted({ '1': 36, '2': 25, '3': 18, '4': 12, '5': 9 }),
  referralSource: weighted(referralSources),
  lastJob: weighted(lastJobs),
  benefit: weighted(benefits),
  ethnicity: weighted(ethnicities),
  housing: weighted(housings),
  confidence: weighted(confidences),
  qualification: weighted(qualifications),
};

const yesNo = (random: SeededRandom, probability: number) =>
  isDrawn(random, probability) ? 'yes' : 'no';

function treatmentOf(monthsInTreatment: number): string {
  if (monthsInTreatment === 0) return 'Not in treatment';
  return monthsInTreatment < 12 ? 'Under one year' : 'Over one year';
}

export function clientProfile(random: SeededRandom): ClientProfile {
  const substanceGroup = draw.substanceGroup(random);
  const hasOpiates = substanceGroup.startsWith('Opiates');
  const age = Math.round(40 + (hasOpiates ? 2 : 0) + 10.5 * random.normal());
  const monthsInTreatment = isDrawn(random, 0.06)
    ? 0
    : Math.round(10 * Math.exp((hasOpiates ? 2.6 : 1.9) + 0.8 * random.normal())) / 10;
  return {
    substanceGroup,
    sex: isDrawn(random, 0.71) ? 'male' : 'female',
    age: Math.min(69, Math.max(17, age)),
    inWork: draw.inWork(random),
    deprivationQuintile: isDrawn(random, 0.04) ? null : Number(draw.quintile(random)),
    monthsInTreatment: Math.min(monthsInTreatment, 120),
    factors: {
      referralSource: draw.referralSource(random),
      mainSubstance: mainSubstanceOf[substanceGroup],
      treatment: treatmentOf(monthsInTreatment),
      lastJob: draw.lastJob(random),
      gpVisit: yesNo(random, 0.55),
      aeVisit: yesNo(random, 0.1),
      benefit: draw.benefit(random),
      ethnicity: draw.ethnicity(random),
      housing: draw.housing(random),
      convicted: yesNo(random, 0.42),
      confidence: draw.confidence(random),
      qualification: draw.qualification(random),
    },
  };
}

/** The answers as recorded: one in thirty is not known, and some profiles are hardly filled in. */
export function recordedFactors(
  random: SeededRandom,
  profile: ClientProfile,
): ClientProfile['factors'] {
  const missing = isDrawn(random, 0.04) ? 0.5 : 0.03;
  const recorded = { ...profile.factors };
  for (const key of Object.keys(recorded) as (keyof typeof recorded)[]) {
    if (isDrawn(random, missing)) recorded[key] = NOT_KNOWN;
  }
  return recorded;
}

const lastJobEffects: Readonly<Record<string, number>> = {
  'Over 5 years or never': -0.55,
  '2 to 5 years': -0.2,
  '1 to 2 years': 0,
  '6 to 12 months': 0.25,
  'Under 6 months': 0.55,
};

const substanceEffects: Readonly<Record<SubstanceGroup, number>> = {
  'Alcohol only': 0.15,
  'Opiates without crack': -0.25,
  'Non-opiate (excluding crack) and alcohol': 0.1,
  'Non-opiate (excluding crack)': 0.15,
  'Opiates and crack': -0.45,
  'Crack without opiates': -0.15,
};

/** How far a team of average quality plus one standard deviation raises the log odds of starting a job. */
const TEAM_EFFECT = 0.45;
const INTERCEPT = 0.38;

/** Chance of starting a job at some time, with clients who are met more often ahead of those who are not. */
export function chanceOfJob(client: ClientProfile, team: TeamProfile, pace: number): number {
  const { factors } = client;
  return logistic(
    INTERCEPT +
      TEAM_EFFECT * team.quality +
      0.45 * Math.log(pace) +
      (lastJobEffects[factors.lastJob] ?? 0) +
      substanceEffects[client.substanceGroup] +
      (factors.referralSource === 'Self-referral' ? 0.7 : 0) +
      (factors.benefit === 'None' ? 0.4 : factors.benefit === 'ESA support group' ? -0.35 : 0) +
      (factors.convicted === 'yes' ? -0.15 : 0.1) +
      (factors.housing === 'Unstable' ? -0.35 : 0) +
      (client.sex === 'female' ? 0.12 : 0) -
      0.015 * (client.age - 40),
  );
}
