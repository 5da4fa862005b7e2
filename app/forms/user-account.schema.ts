import { z } from 'zod';

import { passwordProblem } from '#app/server/password-rules.ts';
import type { Role } from '#db/schema/people.ts';

import { always } from './date-boxes.schema.ts';
import { textOf } from './date-boxes.ts';
import { choice, optionalText, requiredText, submissionId, versionField } from './fields.schema.ts';
import { formSchema } from './form-schema.ts';
import { roleChoices, placeOfRole } from './user-account.ts';

const account = {
  name: requiredText('Enter the person’s name', 100),
  role: choice(roleChoices, 'Choose a role'),
  teamId: optionalText(36),
  hostServiceId: optionalText(36),
};

const password = z
  .string({ error: 'Enter a password' })
  .min(1, 'Enter a password')
  .max(1000, 'Use 128 characters or fewer');

function checkPlace(context: z.RefinementCtx): void {
  const place = placeOfRole(textOf(context.value, 'role'));
  if (place === undefined || textOf(context.value, place) !== '') return;
  const message = place === 'teamId' ? 'Choose the team' : 'Choose the host service';
  context.addIssue({ code: 'custom', path: [place], message });
}

function checkPassword(context: z.RefinementCtx, known: { name: string; email: string }): void {
  // As it was typed: spaces at either end are part of a password.
  const { value } = context;
  const typed: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'password') : undefined;
  if (typeof typed !== 'string' || typed === '' || typed.length > 1000) return;
  const message = passwordProblem(typed, known);
  if (message !== undefined) context.addIssue({ code: 'custom', path: ['password'], message });
}

interface Place {
  role: Role;
  teamId: string;
  hostServiceId: string;
}

/** Only the place that the role has is kept, whatever else was chosen before the role was. */
function withPlace<T extends Place>(form: T) {
  const place = placeOfRole(form.role);
  return {
    ...form,
    teamId: place === 'teamId' ? form.teamId : null,
    hostServiceId: place === 'hostServiceId' ? form.hostServiceId : null,
  };
}

export const newUserForm = formSchema(
  z
    .strictObject({
      submissionId,
      email: z
        .string({ error: 'Enter an email address' })
        .trim()
        .toLowerCase()
        .min(1, 'Enter an email address')
        .max(254, 'Use 254 characters or fewer')
        .regex(/^[^\s@]+@[^\s@]+$/, 'Enter an email address like name@example.org'),
      ...account,
      password,
    })
    .superRefine((_, context) => {
      checkPlace(context);
      const { value } = context;
      checkPassword(context, { name: textOf(value, 'name'), email: textOf(value, 'email') });
    }, always)
    .transform(withPlace),
);

export const editUserForm = formSchema(
  z
    .strictObject({ version: versionField, ...account })
    .superRefine((_, context) => checkPlace(context), always)
    .transform(withPlace),
);

/** `known` are the person's own name and address, which make a password easy to guess. */
export const setPasswordForm = (known: { name: string; email: string }) =>
  formSchema(
    z
      .strictObject({ version: versionField, password })
      .superRefine((_, context) => checkPassword(context, known), always),
  );

export const userStateForm = formSchema(
  z.strictObject({
    version: versionField,
    intent: choice(['disable', 'enable', 'end-sessions'], 'Choose what to do'),
  }),
);
