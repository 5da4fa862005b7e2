import { boxValues } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';

export const contactModes = [
  { value: 'in-person', label: 'In person' },
  { value: 'telephone', label: 'Telephone' },
  { value: 'video', label: 'Video' },
  { value: 'message', label: 'Message' },
] as const;

/** What came of it, in the order in which a relation with an employer grows (ours). */
export const contactOutcomes = [
  { value: 'introduced', label: 'Introduced IPS' },
  { value: 'needs-learned', label: 'Learned their needs' },
  { value: 'vacancy', label: 'Found a vacancy' },
  { value: 'client-put-forward', label: 'Put client forward' },
  { value: 'interview', label: 'Interview or trial' },
  { value: 'offer', label: 'Job offered' },
  { value: 'come-back', label: 'Come back later' },
  { value: 'not-now', label: 'Not hiring' },
] as const;

export const contactWithWhom = [
  { value: 'has-say-in-hiring', label: 'Somebody who hires or has a say in it' },
  { value: 'no-say-in-hiring', label: 'Somebody without a say in hiring' },
  { value: 'not-known', label: 'Not known' },
] as const;

export const contactForWhom = [
  { value: 'clients-in-general', label: 'Clients in general' },
  { value: 'particular-client', label: 'A particular client looking for work' },
  { value: 'not-for-clients', label: 'Not for clients looking for work' },
  { value: 'not-known', label: 'Not known' },
] as const;

/** The words for a stored value; a value of another time prints as it is. */
export function labelOf(list: readonly { value: string; label: string }[], value: string): string {
  return list.find((item) => item.value === value)?.label ?? value;
}

export const emptyContact: FormValues = {
  specialistId: '',
  employer: '',
  employerName: '',
  isNewEmployer: '',
  mode: '',
  answered: 'no',
  outcome: '',
  when: 'today',
  ...boxValues('contactDate', null),
  withWhom: 'has-say-in-hiring',
  forWhom: 'clients-in-general',
  note: '',
  ...boxValues('nextStep', null),
};

interface SavedContact {
  specialistId: string;
  employerId: string;
  mode: string;
  answered: boolean;
  outcome: string;
  contactDate: string;
  withWhom: string;
  forWhom: string;
  note: string;
  nextStepDate: string | null;
}

/** What the form that corrects a contact starts with. */
export function contactFormValues(contact: SavedContact): FormValues {
  const { specialistId, mode, outcome, withWhom, forWhom, note } = contact;
  return {
    ...emptyContact,
    ...{ specialistId, mode, outcome, withWhom, forWhom, note },
    employer: contact.employerId,
    answered: contact.answered && mode === 'message' ? 'yes' : 'no',
    when: 'other',
    ...boxValues('contactDate', contact.contactDate),
    ...boxValues('nextStep', contact.nextStepDate),
  };
}
