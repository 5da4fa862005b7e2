import { boxValues } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';

/** Any form of dated contact with a client is a meeting. */
export const meetingForms = [
  { value: 'in-person', label: 'In person' },
  { value: 'telephone', label: 'Telephone' },
  { value: 'video', label: 'Video' },
  { value: 'message', label: 'Message' },
] as const;

export const emptyMeeting: FormValues = {
  when: 'today',
  ...boxValues('meetingDate', null),
  form: '',
  specialistId: '',
};
