import type { Subject } from './command/subject.ts';

interface SubjectEntry {
  readonly summary: string;
  /** Loaded only when it is asked for, which keeps the start of the others short. */
  readonly load: () => Promise<Subject>;
}

/** Everything `analyse` can do: a new subject is a file beside this one, and an entry here. */
export const subjects: Readonly<Record<string, SubjectEntry>> = {
  model: {
    summary: 'logistic regression of a yes or no on factors of clients',
    load: async () => (await import('./model.ts')).model,
  },
  relate: {
    summary: 'how service quality goes with job entry over teams',
    load: async () => (await import('./relate.ts')).relate,
  },
  funnel: {
    summary: 'which teams lie further from the others than chance explains; case mix',
    load: async () => (await import('./funnel.ts')).funnel,
  },
  'figure-eight': {
    summary: 'whether teams turn meetings into job starts more or less effectively',
    load: async () => (await import('./figure-eight.ts')).figureEight,
  },
  survival: {
    summary: 'time to an event: curves, log-rank, Cox regression, month of change',
    load: async () => (await import('./survival.ts')).survival,
  },
  agreement: {
    summary: 'how far two reviewers agree, item by item',
    load: async () => (await import('./agreement.ts')).agreement,
  },
  spc: {
    summary: 'control chart of a series in order of time',
    load: async () => (await import('./spc.ts')).spc,
  },
  outcomes: {
    summary: 'employment outcomes of linked clients: every table of the twice-yearly report',
    load: async () => (await import('./outcomes.ts')).outcomes,
  },
};
