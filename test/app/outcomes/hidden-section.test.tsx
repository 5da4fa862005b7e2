import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { HiddenSection } from '#app/outcomes/hidden-section.tsx';
import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import {
  hiddenInRelease,
  outcomesRelease,
  type HiddenGroup,
} from '#scoring/outcomes/release/outcomes-release.ts';
import { outcomesReport } from '#scoring/outcomes/report/outcomes-report.ts';

import { cohortClient, worker } from '../../scoring/outcomes/cohort/cohort.ts';

const htmlOf = (hidden: readonly HiddenGroup[]) =>
  renderToStaticMarkup(<HiddenSection hidden={hidden} />);
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ');

/** Clients of a site: some of everything, `few` of whom are women. */
function clientsOf(site: string, women: number) {
  const men = [cohortClient, () => worker(30), () => worker(200)].flatMap((make) =>
    Array.from({ length: 60 }, () => ({ ...make(), site, sex: 'male' })),
  );
  return [...men, ...Array.from({ length: women }, () => cohortClient({ site, sex: 'female' }))];
}

describe('what is hidden, and why', () => {
  test('says why in words, groups that are hidden alike in one line', () => {
    const site = { followUpGroup: 'full', breakdown: 'site', reason: 'not-publishable' } as const;
    const html = htmlOf([
      { ...site, group: 'Filey' },
      { ...site, group: 'Whitby' },
      { followUpGroup: 'complete', breakdown: null, group: null, reason: 'small-total' },
    ]);
    expect(html).toContain('Filey; Whitby');
    expect(html).toContain('It has fewer clients than a site needs');
    expect(html).toContain('Every table');
  });

  test('is the same whatever the hidden number is', () => {
    const pages = [2, 3, 6].map((women) => {
      const report = outcomesReport(clientsOf('Leeds', women));
      const hidden = hiddenInRelease(report, defaultDisclosurePolicy);
      expect(hidden.map(({ group }) => group)).toContain('Women');
      expect(outcomesRelease(report, defaultDisclosurePolicy).groups.full.status).toBe('shown');
      return wordsOf(htmlOf(hidden));
    });
    expect(new Set(pages).size).toBe(1);
  });

  test('tells of first jobs by month apart from tables by groups', () => {
    const of = { followUpGroup: 'full', group: null } as const;
    const words = wordsOf(
      htmlOf([
        { ...of, breakdown: null, reason: 'months' },
        { ...of, breakdown: 'substance', reason: 'longer-periods' },
      ]),
    );
    expect(words).toMatch(/First jobs by month .* in some month too few began one/);
    expect(words).toMatch(/Substance .* it is told in longer periods/);
    expect(words).not.toContain('Every table');
  });

  test('says so where nothing is', () => {
    expect(htmlOf([])).toContain('Nothing is hidden.');
  });
});
