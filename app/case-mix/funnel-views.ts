import type { FunnelCurve, FunnelPoint } from '#app/components/charts/funnel-geometry.ts';
import { funnelLimits, type FunnelLimits } from '#scoring/relations/funnel.ts';
import { ratioLimits } from '#scoring/relations/ratio-funnel.ts';

import type { CaseMixRelease } from './case-mix-release.ts';
import type { FunnelView } from './case-mix-view.ts';
import { outsideWords } from './finding-words.ts';
import type { PrintedFunnel, PrintedTeam } from './printed-team.ts';

type Computed = Extract<CaseMixRelease, { status: 'computed' }>;

/** Sizes along a curve, closer together where it bends. */
function sizesFor(points: readonly FunnelPoint[]): number[] {
  const sizes = points.map(({ x }) => x).filter((x) => x > 0);
  if (sizes.length === 0) return [];
  const [from, to] = [Math.min(...sizes) * 0.75, Math.max(...sizes)];
  const steps = 48;
  return Array.from({ length: steps + 1 }, (_, i) => from * (to / from) ** (i / steps));
}

function curves(
  sizes: readonly number[],
  limitsAt: (size: number) => FunnelLimits,
  wideAt: ((size: number) => FunnelLimits) | null,
): { inner: FunnelCurve; outer: FunnelCurve; band: FunnelCurve | undefined } {
  const curve = (at: (size: number) => FunnelLimits, key: keyof FunnelLimits): FunnelCurve =>
    sizes.map((x) => ({ x, low: at(x)[key].lower, high: at(x)[key].upper }));
  return {
    inner: curve(limitsAt, 'limits95'),
    outer: curve(limitsAt, 'limits998'),
    band: wideAt === null ? undefined : curve(wideAt, 'limits95'),
  };
}

function pointsOf(
  teams: readonly PrintedTeam[],
  read: (team: PrintedTeam) => { x: number; y: number; funnel: PrintedFunnel },
): FunnelPoint[] {
  return teams.map((team) => {
    const { x, y, funnel } = read(team);
    const isOutside = funnel.position !== 'inside';
    return { x, y, isOutside, ...(team.isOwn ? { label: team.team } : {}) };
  });
}

const seeTable = 'The table below holds the same figures.';

/** Plain rates by the number of clients. */
export function rateFunnelView({ all, teams }: Computed, rows: readonly PrintedTeam[]): FunnelView {
  const points = pointsOf(rows, ({ clients, rate, rateFunnel }) => ({
    x: clients,
    y: rate,
    funnel: rateFunnel,
  }));
  const tauSquared = all.rateTauSquared ?? 0;
  const words = outsideWords(teams.beforeCaseMix, teams.compared);
  return {
    heading: `Before: by their plain rates, ${words}`,
    description: `By their plain rates, ${words}. ${seeTable}`,
    points,
    x: { title: 'Clients' },
    y: { title: 'Job-entry rate', format: 'percent' },
    target: all.rate,
    targetText: 'Rate of all clients',
    ...curves(
      sizesFor(points),
      (n) => funnelLimits(all.rate, n),
      tauSquared > 0 ? (n) => funnelLimits(all.rate, n, tauSquared) : null,
    ),
  };
}

/** Observed over expected, by expected job entries; limits of teams whose clients are like those of all. */
export function ratioFunnelView(
  { all, teams, varianceOfExpected }: Computed,
  rows: readonly PrintedTeam[],
): FunnelView {
  const points = pointsOf(rows, ({ expected, ratio, ratioFunnel }) => ({
    x: expected,
    y: ratio,
    funnel: ratioFunnel,
  }));
  const tauSquared = all.ratioTauSquared ?? 0;
  const words = outsideWords(teams.afterCaseMix, teams.compared);
  const of = (expected: number) => ({ expected, variance: expected * varianceOfExpected });
  return {
    heading: `After: once their clients are allowed for, ${words}`,
    description: `Once their clients are allowed for, ${words}. ${seeTable}`,
    points,
    x: { title: 'Expected job entries' },
    y: { title: 'Observed over expected job entries' },
    target: 1,
    targetText: 'As expected of such clients',
    ...curves(
      sizesFor(points),
      (expected) => ratioLimits(of(expected)),
      tauSquared > 0 ? (expected) => ratioLimits(of(expected), tauSquared) : null,
    ),
  };
}
