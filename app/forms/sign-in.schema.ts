import { z } from 'zod';

import { formSchema } from './form-schema.ts';

/** Longer than any password that can be chosen; more need not be hashed to be refused. */
const LONGEST_TYPED = 1000;

export const signInForm = formSchema(
  z.strictObject({
    email: z
      .string({ error: 'Enter your email address' })
      .trim()
      .toLowerCase()
      .min(1, 'Enter your email address')
      .max(254, 'Enter an email address of 254 characters or fewer'),
    password: z
      .string({ error: 'Enter your password' })
      .min(1, 'Enter your password')
      .max(LONGEST_TYPED, `Enter a password of ${LONGEST_TYPED} characters or fewer`),
    next: z.string().default('/'),
    /** JSON of the fields of a form that waits to be sent on. */
    kept: z.string().optional(),
  }),
);

export const changePasswordForm = formSchema(
  z
    .strictObject({
      currentPassword: z
        .string({ error: 'Enter your current password' })
        .min(1, 'Enter your current password')
        .max(LONGEST_TYPED, 'Enter your current password'),
      newPassword: z
        .string({ error: 'Enter a new password' })
        .min(1, 'Enter a new password')
        .max(LONGEST_TYPED, 'Enter a new password of 128 characters or fewer'),
      version: z.string().regex(/^\d{1,15}$/, 'Reload the page and try again'),
    })
    .transform(({ version, ...rest }) => ({ ...rest, version: Number(version) })),
);

export const endSessionForm = formSchema(
  z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{64}$|^all$/) }),
);
