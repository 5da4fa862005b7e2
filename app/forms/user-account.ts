import { roleLabels } from '#app/components/role-labels.ts';
import type { Role } from '#db/schema/people.ts';

import type { AnswerWords } from './conflict.ts';
import type { FormValues } from './form-values.ts';

/** Roles in the order in which an administrator is asked. */
export const roleChoices = [
  'employment-specialist',
  'team-leader',
  'host-representative',
  'reviewer',
  'national-reader',
  'national-analyst',
  'administrator',
] as const satisfies readonly Role[];

/** Which of the two places a role belongs to, if any. */
export function placeOfRole(role: string): 'teamId' | 'hostServiceId' | undefined {
  if (role === 'team-leader' || role === 'employment-specialist') return 'teamId';
  return role === 'host-representative' ? 'hostServiceId' : undefined;
}

export function roleInWords(role: Role): string {
  const label = roleLabels[role];
  return label.charAt(0).toUpperCase() + label.slice(1);
}

interface SavedUser {
  name: string;
  role: Role;
  teamId: string | null;
  hostServiceId: string | null;
}

export function userFormValues(user: SavedUser): FormValues {
  const { name, role, teamId, hostServiceId } = user;
  return { name, role, teamId: teamId ?? '', hostServiceId: hostServiceId ?? '' };
}

export const emptyUser: FormValues = {
  email: '',
  name: '',
  role: '',
  teamId: '',
  hostServiceId: '',
  password: '',
};

/** An account's answers in words; `place` is the name of its team or host service. */
export function userWords(user: { name: string; role: Role; place: string }): AnswerWords {
  return [
    { label: 'Name', text: user.name },
    { label: 'Role', text: roleInWords(user.role) },
    { label: 'Team or host service', text: user.place },
  ];
}
