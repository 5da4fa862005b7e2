import { WrongUse } from './command/errors.ts';
import { list, number, share, text, wholeFrom } from './command/options.ts';
import { defineSubject } from './command/subject.ts';
import { caseMixFunnel } from './funnel-of-clients.ts';
import { teamsFunnel } from './funnel-of-teams.ts';
import { factorOptions, missingOption, requireFactors } from './term-options.ts';

/** Which teams lie further from the others than chance explains. */
export const funnel = defineSubject({
  name: 'funnel',
  summary:
    'Funnel limits of job-entry rates from a teams file (team, clients, job_entries and optionally expected, variance), or case mix from a clients file with --outcome, --team and --terms.',
  file: 'teams.csv',
  options: {
    target: number('0.4', share, 'rate the teams are held against; else that of all together'),
    outcome: text('column', 'case mix: column of 0 and 1'),
    team: text('column', 'case mix: the team'),
    terms: list('a,b,c', 'case mix: what clients bring with them'),
    ...factorOptions,
    missing: missingOption,
    seed: number(
      '1',
      wholeFrom(0),
      'case mix: adjusted rates too, from a random intercept; seed of the draws for their ranks',
    ),
  },
  analyse: async (path, { target, outcome, team, terms, seed, ...factors }) => {
    if (outcome === null && team === null && terms.length === 0) {
      if (seed !== null) throw new WrongUse('--seed belongs to case mix: name --outcome too');
      requireFactors([], factors);
      return teamsFunnel(path, target);
    }
    if (outcome === null || team === null || terms.length === 0) {
      throw new WrongUse('case mix needs --outcome, --team and --terms');
    }
    if (target !== null) throw new WrongUse('--target belongs to a teams file, not to case mix');
    return caseMixFunnel(path, { outcome, team, terms, seed, ...factors });
  },
});
