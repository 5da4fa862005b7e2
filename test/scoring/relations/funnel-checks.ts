import { caseMix, type CaseMix } from '#scoring/relations/case-mix.ts';
import { funnelLimits, proportionFunnel } from '#scoring/relations/funnel.ts';
import { ratioFunnel, type ObservedExpected } from '#scoring/relations/ratio-funnel.ts';
import { teamEffect } from '#scoring/relations/team-effect.ts';
import clientsExpected from '#test/reference/statistics/clients.expected.json' with { type: 'json' };
import intervals from '#test/reference/statistics/intervals.expected.json' with { type: 'json' };
import extra from '#test/reference/statistics/regression-extra.expected.json' with { type: 'json' };
import effects from '#test/reference/statistics/team-effects.expected.json' with { type: 'json' };
import teamsExpected from '#test/reference/statistics/teams.expected.json' with { type: 'json' };

import { clientTerms, completeClients } from '../statistics/client-table.ts';
import { teams } from '../statistics/reference-data.ts';
import { Group, only, type ReferenceGroup } from '../statistics/reference-group.ts';

const CLOSED_FORM = 1e-10;
const REGRESSION = 1e-8;

export function fitCaseMix(): CaseMix {
  return only(
    caseMix(completeClients(), {
      outcome: 'job_start',
      team: 'team',
      terms: clientTerms('team', 'meeting_band'),
    }),
    'computed',
  );
}

/** The 63 teams with expected numbers made up in R. */
export function expectedTeams(): ObservedExpected[] {
  const { observed, expected, variance } = extra.ratioFunnel;
  return observed.map((x, i) => ({
    team: `T${i + 1}`,
    observed: x,
    expected: expected[i]!,
    variance: variance[i]!,
  }));
}

/** The 63 teams of teams.csv as counts. */
export function countedTeams() {
  const { successes, trials } = teams();
  return successes.map((events, i) => ({ team: `T${i + 1}`, n: trials[i]!, events }));
}

/** The comparisons of case mix and funnels with R. */
export function funnelGroups(): ReferenceGroup[] {
  const limits = new Group();
  const { baseline, limits: plain } = intervals.funnelProportion;
  for (const { n, ci95, ci998 } of plain) {
    const { limits95, limits998 } = funnelLimits(baseline, n);
    limits
      .list(`95% at ${n}`, [limits95.lower, limits95.upper], ci95)
      .list(`99.8% at ${n}`, [limits998.lower, limits998.upper], ci998);
  }
  const { target, phi, tauSquared, overdispersed } = teamsExpected.funnel;
  for (const { n, ci95, ci998 } of overdispersed) {
    const { limits95, limits998 } = funnelLimits(target, n, tauSquared);
    limits
      .list(`overdispersed 95% at ${n}`, [limits95.lower, limits95.upper], ci95)
      .list(`overdispersed 99.8% at ${n}`, [limits998.lower, limits998.upper], ci998);
  }
  const rates = only(proportionFunnel(countedTeams()), 'computed');
  const ratios = only(ratioFunnel(expectedTeams()), 'computed');
  const ratio = new Group()
    .value('phi', ratios.overdispersion?.phi, extra.ratioFunnel.phi)
    .value('tau squared', ratios.overdispersion?.tauSquared, extra.ratioFunnel.tauSquared);
  extra.ratioFunnel.first.forEach(({ ci95, overdispersed95, overdispersed998 }, i) => {
    const { limits95, overdispersed: wide } = ratios.teams[i]!;
    ratio
      .list(`team ${i + 1}`, [limits95.lower, limits95.upper], ci95)
      .list(
        `team ${i + 1}, overdispersed 95%`,
        [wide!.limits95.lower, wide!.limits95.upper],
        overdispersed95,
      )
      .list(
        `team ${i + 1}, overdispersed 99.8%`,
        [wide!.limits998.lower, wide!.limits998.upper],
        overdispersed998,
      );
  });
  return [
    limits.as('funnelLimits', CLOSED_FORM),
    new Group()
      .value('target', rates.target, target)
      .value('phi', rates.overdispersion?.phi, phi)
      .value('tau squared', rates.overdispersion?.tauSquared, tauSquared)
      .as('proportionFunnel, overdispersion', CLOSED_FORM),
    ratio.as('ratioFunnel', CLOSED_FORM),
    caseMixGroup(),
    teamEffectGroup(),
  ];
}

function teamEffectGroup(): ReferenceGroup {
  const group = new Group();
  for (const [i, { fixedLogOdds, n, events, spread, ...expected }] of effects.entries()) {
    const found = teamEffect(fixedLogOdds, { n, events }, spread);
    group
      .value(`effect ${i + 1}`, found.effect, expected.effect)
      .value(`error ${i + 1}`, found.standardError, expected.standardError);
  }
  return group.as('teamEffect', CLOSED_FORM);
}

function caseMixGroup(): ReferenceGroup {
  const byTeam = (of: (team: CaseMix['teams'][number]) => number) =>
    Object.fromEntries(fitCaseMix().teams.map((team) => [team.team, of(team)]));
  return new Group()
    .named(
      'observed',
      byTeam(({ observed }) => observed),
      clientsExpected.observedByTeam,
    )
    .named(
      'expected',
      byTeam(({ expected }) => expected),
      clientsExpected.expectedByTeamWithoutTeamAndMeetings,
    )
    .named(
      'variance',
      byTeam(({ variance }) => variance),
      extra.caseMix.variance,
    )
    .named(
      'clients',
      byTeam(({ n }) => n),
      clientsExpected.clientsByTeam,
    )
    .as('caseMix', REGRESSION);
}
