import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { OutcomeTermsSection } from '#app/definitions/outcome-terms-section.tsx';
import { outcomeTermId, outcomeTerms } from '#app/definitions/outcome-terms.ts';
import { outcomeKeys, outcomeMeasures } from '#scoring/outcomes/tables/outcome-measures.ts';

describe('outcome terms', () => {
  const html = renderToStaticMarkup(<OutcomeTermsSection />);

  test('explain every outcome at the place its figures link to', () => {
    for (const [place, key] of outcomeKeys.entries()) {
      expect(html).toContain(`<section id="${outcomeTermId(key)}">`);
      expect(html).toContain(outcomeMeasures[place]!.name);
    }
  });

  test('have places of their own', () => {
    const ids = outcomeTerms.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
