import { z } from 'zod';

import { always, checkDate, dateBoxes } from './date-boxes.schema.ts';
import { dayIn, textOf } from './date-boxes.ts';
import {
  choice,
  type datePart,
  optionalText,
  requiredText,
  submissionId,
  versionField,
} from './fields.schema.ts';
import { formSchema } from './form-schema.ts';
import {
  regions,
  another,
  authorityNames,
  authorityRows,
  type TeamAnswers,
  type Choice,
} from './team.ts';

const authorityFields = Object.fromEntries(
  authorityRows.flatMap((row) => {
    const { name, from, to } = authorityNames(row);
    const boxes = Object.entries({ ...dateBoxes(from), ...dateBoxes(to) });
    return [[name, optionalText(120)], ...boxes] as const;
  }),
) as Record<`authority${number}`, typeof datePart>;

const fields = {
  name: requiredText('Enter the name of the team', 120),
  region: choice(regions, 'Choose the region'),
  ipsProvider: requiredText('Enter the IPS provider', 200),
  hostService: optionalText(36),
  hostServiceName: optionalText(200),
  hostServiceProvider: optionalText(200),
  site: optionalText(36),
  siteName: optionalText(200),
  ...dateBoxes('startDate'),
  ...dateBoxes('endDate'),
  ...authorityFields,
};

function checkTeam(context: z.RefinementCtx): void {
  const { value } = context;
  const require = (field: string, message: string) => {
    if (textOf(value, field) === '') context.addIssue({ code: 'custom', path: [field], message });
  };
  if (textOf(value, 'hostService') === another) {
    require('hostServiceName', 'Enter the name of the host service');
    require('hostServiceProvider', 'Enter the organisation that runs the host service');
  }
  if (textOf(value, 'site') === another) require('siteName', 'Enter the name of the site');
  checkDate(context, 'startDate', { what: 'the start date', isRequired: true });
  checkEnd(context, 'endDate', 'the end date', 'startDate');
  for (const row of authorityRows) checkAuthority(context, row);
}

function checkAuthority(context: z.RefinementCtx, row: number): void {
  const { name, from, to } = authorityNames(row);
  const isNamed = textOf(context.value, name) !== '';
  checkDate(context, from, {
    what: `the first day of local authority ${row}`,
    isRequired: isNamed,
  });
  checkEnd(context, to, `the last day of local authority ${row}`, from);
  const isDated = [from, to].some((date) =>
    ['Day', 'Month', 'Year'].some((box) => textOf(context.value, date + box) !== ''),
  );
  if (isDated && !isNamed) {
    const message = `Enter the name of local authority ${row}, or empty its dates`;
    context.addIssue({ code: 'custom', path: [name], message });
  }
}

/** An end that comes before its start is shown at the end. */
function checkEnd(context: z.RefinementCtx, name: string, what: string, start: string): void {
  const day = dayIn(context.value, start);
  checkDate(context, name, { what, ...(day !== null && { notBefore: { day } }) });
}

interface Typed {
  name: string;
  region: string;
  ipsProvider: string;
  hostService: string;
  hostServiceName: string;
  hostServiceProvider: string;
  site: string;
  siteName: string;
}

function choiceOf<New extends object>(chosen: string, typed: New): Choice<New> {
  if (chosen === '') return { kind: 'none' };
  return chosen === another ? { kind: 'new', ...typed } : { kind: 'known', id: chosen };
}

function answersOf(form: Typed): TeamAnswers {
  return {
    name: form.name,
    region: form.region,
    ipsProvider: form.ipsProvider,
    hostService: choiceOf(form.hostService, {
      name: form.hostServiceName,
      provider: form.hostServiceProvider,
    }),
    site: choiceOf(form.site, { name: form.siteName }),
    startDate: dayIn(form, 'startDate') ?? '',
    endDate: dayIn(form, 'endDate'),
    authorities: authorityRows.flatMap((row) => {
      const { name, from, to } = authorityNames(row);
      const localAuthority = textOf(form, name);
      if (localAuthority === '') return [];
      return [{ localAuthority, fromDate: dayIn(form, from) ?? '', toDate: dayIn(form, to) }];
    }),
  };
}

export const newTeamForm = formSchema(
  z
    .strictObject({ submissionId, ...fields })
    .superRefine((_, context) => checkTeam(context), always)
    .transform((form) => ({ submissionId: form.submissionId, team: answersOf(form) })),
);

export const editTeamForm = formSchema(
  z
    .strictObject({ version: versionField, ...fields })
    .superRefine((_, context) => checkTeam(context), always)
    .transform((form) => ({ version: form.version, team: answersOf(form) })),
);
