import { describe, expect, test } from 'vitest';

import { protectedFigures } from '#app/figure-eight/protected-figures.server.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';

const team = (teamId: string, clients: number, jobStarts: number) => ({
  teamId,
  clients,
  jobStarts,
});

/** With all meetings "small" is hidden for its own sake, "next" with it; the landmark hides nothing for its own. */
const counts = {
  'to-date': [
    team('small', 40, 5),
    team('next', 50, 12),
    team('third', 90, 31),
    team('last', 120, 44),
  ],
  'first-60-days': [
    team('small', 38, 0),
    team('next', 44, 9),
    team('third', 80, 25),
    team('last', 105, 33),
  ],
};
const nothing = { policy, hidden: new Set<string>(), ownTeamId: null, knownTeamIds: [] };
const own = (teamId: string) => ({ ...nothing, ownTeamId: teamId, knownTeamIds: [teamId] });
const hiddenIn = (meetings: keyof typeof counts, options = {}) => {
  const { figureOf } = protectedFigures(counts, meetings, { ...nothing, ...options });
  return counts[meetings].map((one) => one.teamId).filter((id) => figureOf(id).status === 'hidden');
};

describe('the figures of teams', () => {
  test('hide a small team and a second one, since the whole is shown', () => {
    expect(hiddenIn('to-date')).toEqual(['small', 'next']);
    expect(protectedFigures(counts, 'to-date', nothing).whole).toMatchObject({
      numerator: 90,
      denominator: 300,
    });
  });

  test('hide in the landmark variant whoever is hidden with all meetings', () => {
    expect(hiddenIn('first-60-days')).toEqual(['small', 'next']);
  });

  test('hide in both whoever another page hides', () => {
    const hidden = new Set(['third']);
    expect(hiddenIn('to-date', { hidden })).toEqual(['small', 'third']);
    expect(hiddenIn('first-60-days', { hidden })).toEqual(['small', 'third']);
  });

  test('show a team its own as it is, and all others together rounded', () => {
    const figures = protectedFigures(counts, 'to-date', own('last'));
    expect(figures.figureOf('last')).toMatchObject({ numerator: 44, denominator: 120 });
    expect(figures.othersThan('last')).toMatchObject({ numerator: 50, denominator: 180 });
    expect(figures.figureOf('next').status).toBe('hidden');
  });

  test('keep the whole from a team that could find another’s hidden number with its own', () => {
    const figures = protectedFigures(counts, 'to-date', own('small'));
    expect(figures.figureOf('small')).toMatchObject({ numerator: 5, denominator: 40 });
    expect(figures.whole.status).toBe('hidden');
    expect(figures.othersThan('small').status).toBe('hidden');
  });

  test('keep the whole from who knows several teams, whichever of them is looked at', () => {
    // Three hidden: who knows one of them is left two to tell apart, who knows two could work the third out.
    const three = {
      ...counts,
      'to-date': [...counts['to-date'], team('tiny', 40, 6), team('few', 40, 7)],
    };
    const seenBy = (knownTeamIds: string[]) =>
      protectedFigures(three, 'to-date', { ...own('last'), knownTeamIds }).whole.status;
    expect(seenBy(['last'])).toBe('shown');
    expect(seenBy(['last', 'few'])).toBe('shown');
    expect(seenBy(['last', 'few', 'tiny'])).toBe('hidden');
  });

  test('hide all others together with the team they stand beside', () => {
    const { othersThan } = protectedFigures(counts, 'to-date', nothing);
    expect(othersThan('small').status).toBe('hidden');
    expect(othersThan('last')).toMatchObject({ numerator: 50, denominator: 180 });
  });
});
