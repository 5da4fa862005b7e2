import { between, shuffled, streamOf, type SeededRandom } from './draw.ts';
import { fitMeetings } from './evaluation-meetings.ts';
import {
  boroughs,
  categoryPlans,
  COMPLETE_CASES,
  EVALUATION_CLIENTS,
  factorsWithGaps,
  type CategoryFactor,
} from './evaluation-plan.ts';

/** A client of the evaluation cohort before it is known who starts a job. */
export interface EvaluationClient {
  borough: number;
  answers: Record<CategoryFactor, string>;
  /** The one answer that was not given, for 54 clients. */
  gap: CategoryFactor | null;
  age: number;
  /** Standard normal: how readily the client comes to meetings. */
  inclination: number;
  meetings: number;
  daysFollowed: number;
}

/**
 * Every category as often as planned, in every team alike: whichever is furthest behind its share comes next. Within
 * a team the order is the stream's own, so that no two factors go together.
 */
function dealtAnswers(random: SeededRandom, factor: CategoryFactor): string[] {
  const plan = Object.entries(categoryPlans[factor]);
  const shares = plan.reduce((sum, [, [share]]) => sum + share, 0);
  const dealt = plan.map(() => 0);
  let position = 0;
  return boroughs.flatMap(({ clients }) => {
    const ofTeam = Array.from({ length: clients }, () => {
      position += 1;
      const behind = plan.map(
        ([, [share]], place) => (share / shares) * position - (dealt[place] ?? 0),
      );
      const next = behind.indexOf(Math.max(...behind));
      dealt[next] = (dealt[next] ?? 0) + 1;
      return plan[next]?.[0] ?? '';
    });
    return shuffled(random, ofTeam);
  });
}

/** Teams smaller than this have no missing answers. */
const FEWEST_FOR_GAPS = 100;

/** Days between the start of the year of service and the count in March 2022 at which a client came in. */
function daysFollowed(random: SeededRandom, startYear: string): number {
  const years = { '2019': [820, 1160], '2020': [455, 819], '2021': [75, 454] } as const;
  const [least, most] = years[startYear as keyof typeof years];
  return between(random, least, most);
}

const factors = Object.keys(categoryPlans) as CategoryFactor[];

/** The 718 clients with their answers and meetings. */
export function evaluationClients(seed: number): EvaluationClient[] {
  const random = streamOf(seed, 'evaluation clients');
  const dealt = new Map(factors.map((factor) => [factor, dealtAnswers(random, factor)]));
  const clients = boroughs.flatMap((plan, borough) =>
    Array.from({ length: plan.clients }, () => ({ borough, inclination: random.normal() })),
  );
  // The smaller teams answered everything: one client more or less would move their odds by a tenth.
  const large = [...clients.keys()].filter(
    (place) => (boroughs[clients[place]?.borough ?? 0]?.clients ?? 0) >= FEWEST_FOR_GAPS,
  );
  const gaps = shuffled(random, large).slice(0, EVALUATION_CLIENTS - COMPLETE_CASES);
  const people = clients.map(({ borough, inclination }, place): EvaluationClient => {
    const answers = Object.fromEntries(
      factors.map((factor) => [factor, dealt.get(factor)?.[place] ?? '']),
    ) as Record<CategoryFactor, string>;
    const gap = gaps.indexOf(place);
    return {
      borough,
      answers,
      gap: gap < 0 ? null : (factorsWithGaps[gap % factorsWithGaps.length] ?? null),
      age: Math.min(69, Math.max(17, Math.round(40.5 + 11.5 * random.normal()))),
      inclination,
      meetings: 0,
      daysFollowed: daysFollowed(random, answers.startYear),
    };
  });
  fitMeetings(people);
  return people;
}
