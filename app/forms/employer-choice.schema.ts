import { z } from 'zod';

import { textOf } from './date-boxes.ts';
import { anotherEmployer } from './employer-choice.ts';
import { optionalText } from './fields.schema.ts';

/**
 * An employer is chosen from the known ones or typed. `isNewEmployer` is set once the person has been asked whether
 * the typed one is one of those known.
 */
export const employerFields = {
  employer: optionalText(36),
  employerName: optionalText(120),
  isNewEmployer: optionalText(3),
};

export function checkEmployer(context: z.RefinementCtx): void {
  const employer = textOf(context.value, 'employer');
  const isTyped = employer === anotherEmployer;
  if (employer === '') {
    context.addIssue({ code: 'custom', path: ['employer'], message: 'Choose the employer' });
  } else if (isTyped && textOf(context.value, 'employerName').length < 2) {
    const message = 'Enter the employer’s name';
    context.addIssue({ code: 'custom', path: ['employerName'], message });
  }
}
