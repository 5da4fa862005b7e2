import type { QualityTogether } from '#scoring/relations/quality-together.ts';

import { decimalWords, figureWords, pWords } from './figure-words.ts';
import type { TogetherView } from './relations-view.ts';

/** The inputs together: odds ratios of the quasi-binomial regression with the beta-binomial model as a check. */
export function togetherView(together: QualityTogether): TogetherView {
  const used = { name: 'Teams with every input known', value: String(together.teams) };
  if (together.status !== 'fitted') {
    const finding =
      together.status === 'too-few'
        ? `Too few teams for a statement: ${together.reason}`
        : `The inputs cannot be related together: ${together.reason}`;
    return { finding, rows: [], plot: [], facts: [used], notes: [] };
  }
  const { oddsRatios, integrationSlope, betaBinomial, dispersion, residualDegrees } = together;
  const checks = betaBinomial.status === 'fitted' ? betaBinomial.oddsRatios : [];
  const listed = integrationSlope === null ? oddsRatios : [...oddsRatios, integrationSlope];
  const clear = oddsRatios.filter(({ lower, upper }) => lower > 1 || upper < 1);
  return {
    finding:
      clear.length === 0
        ? `With the others held equal, no input is clearly associated with job entry over ${together.teams} teams.`
        : `With the others held equal, over ${together.teams} teams, these go with job entry: ${clear.map(({ label }) => label).join('; ')}.`,
    rows: listed.map(({ name, label, oddsRatio, lower, upper, p }) => {
      const check = checks.find((row) => row.name === name);
      return {
        label,
        oddsRatio: decimalWords(oddsRatio),
        interval: `${decimalWords(lower)} to ${decimalWords(upper)}`,
        p: pWords(p),
        check: check === undefined ? '–' : decimalWords(check.oddsRatio),
      };
    }),
    plot: oddsRatios.map(({ name, label, oddsRatio, lower, upper }) => ({
      key: name,
      label,
      oddsRatio,
      low: lower,
      high: upper,
    })),
    facts: [
      used,
      { name: 'Job entries of their clients', value: figureWords(together.figure).counts },
      {
        name: 'Dispersion',
        value: `${decimalWords(dispersion)} with ${residualDegrees} degrees of freedom; standard errors are larger by its root`,
      },
      {
        name: 'Check by a beta-binomial model',
        value:
          betaBinomial.status === 'fitted'
            ? `fitted, correlation of clients within a team ${decimalWords(betaBinomial.rho, 3)}`
            : betaBinomial.reason,
      },
    ],
    notes: [
      ...together.warnings,
      ...together.leftOut.map(({ factor, reason }) => `Left out: ${factor}, because ${reason}.`),
    ],
  };
}
