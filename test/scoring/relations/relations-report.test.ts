import { describe, expect, it } from 'vitest';
import { getJobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import { publishedStudies } from '#scoring/relations/published-studies.ts';
import { decimals, pWords } from '#scoring/relations/relation-words.ts';
import { relationsReport } from '#scoring/relations/relations-report.ts';
import { causalWords, others, referenceTeams, seesAll } from './reference-teams.ts';

const teams = referenceTeams();
const definition = getJobEntryDefinition('ips-grow');

/** Every text of a result, at any depth. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

describe('relationsReport', () => {
  it('holds every relation over the same teams', () => {
    const report = relationsReport(teams, definition, others);
    expect(report.inputs.map(({ input, teams: n }) => [input.key, n])).toEqual([
      ['fidelity', 63],
      ['integration', 63],
      ['contacts', 63],
      ['contacts-all-modes', 63],
      ['meetings', 63],
    ]);
    expect(report.integration.status).toBe('computed');
    expect(report.together.status).toBe('fitted');
    expect(report.items.status).toBe('computed');
    expect(report.definition.key).toBe('ips-grow');
  });

  it('shows the same teams on every picture', () => {
    const { inputs, integration } = relationsReport(teams, definition, others);
    const shown = (points: readonly { teamId: string }[]) => points.map(({ teamId }) => teamId);
    for (const { points } of inputs) expect(shown(points)).toEqual(shown(integration.points));
  });

  it('never words an association as a cause', () => {
    const report = relationsReport(teams, definition, others);
    const { definition: named, settings, caution, ...rest } = report;
    expect([named.key, settings.level]).toEqual(['ips-grow', 0.95]);
    expect(caution).toContain('does not show that one brings about the other');
    expect(texts(rest).filter((text) => causalWords.test(text))).toEqual([]);
  });

  it('gives others no exact count of people', () => {
    const small = { ...teams[0]!, teamId: 'small', clients: 7, jobEntries: 2 };
    const report = relationsReport([...teams, small], definition, others);
    expect(report.teamsTooSmall).toEqual([
      { teamId: 'small', clients: { shown: null, text: '*', rounded: true } },
    ]);
    const exact = relationsReport([...teams, small], definition, seesAll);
    expect(exact.teamsTooSmall[0]!.clients.shown).toBe(7);
  });

  it('says when kinds of review are mixed and values are missing', () => {
    const mixed = teams.map((team, index) => ({
      ...team,
      fidelityReviewKind: index < 5 ? ('self-assessment' as const) : ('independent' as const),
      contactsPerWeek: index === 0 ? null : team.contactsPerWeek,
    }));
    const warnings = relationsReport(mixed, definition, others).warnings.join(' ');
    expect(warnings).toContain('58 from independent reviews, 5 from self-assessments');
    expect(warnings).toContain('Employer contacts (strict): 1');
    expect(relationsReport(teams, definition, others).warnings).toHaveLength(1);
  });

  it('prints a report over no teams at all', () => {
    const report = relationsReport([], definition, others);
    expect(report).toMatchObject({
      teamsUsed: 0,
      integration: { status: 'too-few' },
      together: { status: 'too-few' },
      items: { status: 'too-few' },
    });
  });
});

describe('publishedStudies', () => {
  it('has the correlations of the literature and never one axis with quarterly rates', () => {
    const known = publishedStudies.map(({ key, correlation }) => [key, correlation?.from ?? null]);
    expect(known).toEqual([
      ['bond-2012', 0.34],
      ['kim-2015', 0.27],
      ['sussex-2018', 0.36],
      ['jisef', 0.67],
      ['lockett-2016', null],
    ]);
    expect(publishedStudies.some(({ isSameKindOfRate }) => isSameKindOfRate)).toBe(false);
  });
});

describe('words', () => {
  it('prints numbers with a true minus and no minus zero', () => {
    expect([decimals(-0.306), decimals(-0.001), decimals(0.5, 1)]).toEqual([
      '−0.31',
      '0.00',
      '0.5',
    ]);
    expect([pWords(0.0004), pWords(0.0123)]).toEqual(['p below 0.001', 'p = 0.012']);
  });
});
