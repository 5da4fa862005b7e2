import type { ContactsBasis, EmployerContacts } from '#scoring/employers/employer-contact.ts';
import { contactCounts } from '#scoring/employers/employer-contact.ts';
import { contactWindows, type ContactWindow } from '#scoring/employers/contact-windows.ts';
import {
  meanStrictContactRate,
  type MeanStrictRate,
} from '#scoring/employers/item-17-contact-rate.ts';
import { teamContactRates, type TeamContactRates } from '#scoring/employers/team-contact-rates.ts';
import { measured, notMeasured, type Measurement } from '../measure-result.ts';
import type { ItemFacts } from '../proposal-types.ts';
import { jobSeekersOn, type JobSeekers } from './job-seekers.ts';
import { someRecords, type RecordedFigure, type RecordedItem } from './recorded-item.ts';
import type { RecordedClient, RecordedStaff } from './team-records.ts';

/** Employer contacts of one kind on a day, counted. */
export interface DailyContacts extends EmployerContacts {
  specialistId: string;
  day: string;
}

export interface ContactRecords {
  staff: readonly RecordedStaff[];
  contacts: readonly DailyContacts[];
  /** Clients of the team with the meetings of the 28 days up to the day. */
  clients: readonly RecordedClient[];
  bankHolidays: readonly string[];
}

/**
 * The 12 complete weeks that item 17 is measured over.
 *
 * For: item 17, and for the query that reads its records.
 * Formula: as in contactWindows.
 * @param day ISO day
 * @returns the longest of the windows
 * @throws RangeError for a day that is none
 * Source: outcome definitions, section 8. Checked: by example.
 */
export function contactRecordWindow(day: string): ContactWindow {
  const window = contactWindows(day).find(({ weeks }) => weeks === 12);
  if (window === undefined) throw new RangeError('contactRecordWindow: no window of 12 weeks');
  return window;
}

function ratesBy(
  basis: ContactsBasis,
  specialists: readonly RecordedStaff[],
  { contacts, bankHolidays }: ContactRecords,
  day: string,
): TeamContactRates {
  const counts = contacts.map((row) => ({ ...row, ...contactCounts([row], basis) }));
  return teamContactRates(specialists, counts, bankHolidays, day);
}

/** The mean of the specialists' rates, with all their contacts and working weeks beside it. */
function meanMeasurement(
  mean: ReturnType<typeof meanStrictContactRate>,
  rates: TeamContactRates,
): Measurement {
  if (mean.status === 'too-few') return notMeasured(mean.reason);
  const rated = new Set(mean.perSpecialist.map(({ specialistId }) => specialistId));
  const windows = rates.specialists
    .filter(({ specialistId }) => rated.has(specialistId))
    .flatMap(({ windows: own }) => own.filter(({ weeks }) => weeks === 12));
  const part = windows.reduce((sum, { strict }) => sum + strict.contacts, 0);
  const whole = windows.reduce((sum, { strict }) => sum + strict.workingWeeks, 0);
  return measured(mean.value, { part, whole }, rated.size);
}

function factsOf(
  mean: MeanStrictRate,
  seekers: JobSeekers | null,
  basis: ContactsBasis,
): ItemFacts {
  const numbers = {
    measured: mean.value,
    perSpecialist: mean.perSpecialist.map(({ contactsPerWeek }) => contactsPerWeek),
    contactsBasis: basis,
  };
  if (seekers === null) return numbers;
  const { total, bySpecialist } = seekers;
  if (bySpecialist === null) return { ...numbers, jobSeekers: total };
  const jobSeekersPerSpecialist = mean.perSpecialist.map(
    ({ specialistId }) => bySpecialist.get(specialistId) ?? 0,
  );
  return { ...numbers, jobSeekers: total, jobSeekersPerSpecialist };
}

const basisWords = {
  all: 'Contacts for a particular client and for clients in general are counted: the setting in force.',
  particular: 'Only contacts for a particular client are counted: the setting in force.',
} as const;

/**
 * Employer contacts as a team's own records tell them: item 17.
 *
 * For: the item page of a review.
 * Formula: meanStrictContactRate over the 12 complete weeks before the week of the day, for employment
 * specialists; a leader's contacts and hours stand on neither side. With it the people looking for work with each
 * specialist (jobSeekersOn), and beside it the same mean counted the other way and in all modes.
 * @param records staff, contacts of the 12 weeks, clients, bank holidays
 * @param basis which contacts count: the setting in force
 * @param day ISO day to look back from
 * @returns contacts a working week, specialist by specialist, and the facts a reviewer may take
 * @throws RangeError for a day that is none, counts below 0
 * Source: fidelity scale facts, item 17; outcome definitions, section 8. Checked: by hand.
 */
export function recordedContacts(
  records: ContactRecords,
  basis: ContactsBasis,
  day: string,
): RecordedItem {
  const { from, to } = contactRecordWindow(day);
  const specialists = records.staff.filter(({ role }) => role === 'employment-specialist');
  const isSpecialist = new Set(specialists.map(({ specialistId }) => specialistId));
  const rates = ratesBy(basis, specialists, records, day);
  const mean = meanStrictContactRate(rates.specialists);
  const seekers = jobSeekersOn(records.clients, day);
  const otherBasis = basis === 'all' ? 'particular' : 'all';
  const otherRates = ratesBy(otherBasis, specialists, records, day);
  const figure = (label: string, measurement: Measurement, partLabel: string): RecordedFigure => ({
    label,
    suffix: ' a week',
    measurement,
    made: 'mean-of-specialists',
    partLabel,
    wholeLabel: 'working weeks',
    from,
    to,
    unused: [],
  });
  const count = (isCounted: (row: DailyContacts) => boolean) =>
    records.contacts
      .filter((row) => row.mode === 'in-person' && isSpecialist.has(row.specialistId))
      .filter(isCounted)
      .reduce((sum, row) => sum + (row.contacts ?? 1), 0);
  const isUnknown = ({ withWhom, forWhom }: DailyContacts) =>
    withWhom === 'not-known' || forWhom === 'not-known';
  return {
    measured: {
      ...figure(
        'Employer contacts in person per specialist',
        meanMeasurement(mean, rates),
        'contacts',
      ),
      unused: someRecords([
        {
          count: count(isUnknown),
          what: 'contacts in person with whom, or for whom, is not known',
        },
        {
          count: mean.specialistsWithoutRate.length,
          what: 'specialists with less than half a working week in these 12 weeks',
        },
        {
          count: seekers?.withoutSpecialist ?? 0,
          what: 'people looking for work whom no specialist is recorded to have met last',
        },
      ]),
    },
    beside: [
      figure(
        otherBasis === 'particular'
          ? 'Only for a particular client'
          : 'With contacts for clients in general',
        meanMeasurement(meanStrictContactRate(otherRates.specialists), otherRates),
        'contacts',
      ),
      figure('In all modes', allModes(rates), 'contacts'),
    ],
    breakdown: {
      caption: 'Each employment specialist',
      headings: ['Specialist', 'A week', 'Looking for work'],
      rows: specialists.map(({ specialistId, name }) => {
        const own =
          mean.status === 'measured'
            ? mean.perSpecialist.find((row) => row.specialistId === specialistId)
            : undefined;
        const looking = seekers?.bySpecialist;
        return {
          label: name,
          numbers: [
            own?.contactsPerWeek ?? null,
            looking ? (looking.get(specialistId) ?? 0) : null,
          ],
        };
      }),
    },
    facts: mean.status === 'measured' ? factsOf(mean, seekers, basis) : null,
    cautions: [
      basisWords[basis],
      seekers === null
        ? 'No meeting with a client is dated in the last 28 days, so the people looking for work cannot be counted.'
        : 'Looking for work: open clients met in the last 28 days who have no job, with the specialist they met last.',
      'Whether a tracking form is kept and gone through is not recorded: tick what you found below.',
    ],
  };
}

/** The mean over specialists of their contacts in all modes, 12 weeks. */
function allModes(rates: TeamContactRates): Measurement {
  const own = rates.specialists.flatMap(({ windows }) =>
    windows.flatMap(({ weeks, allModes: rate }) =>
      weeks === 12 && rate.status === 'rate' ? [rate] : [],
    ),
  );
  if (own.length === 0) return notMeasured('No specialist has a rate.');
  const sum = (value: (rate: (typeof own)[number]) => number) =>
    own.reduce((total, rate) => total + value(rate), 0);
  const mean = sum(({ contactsPerWeek }) => contactsPerWeek) / own.length;
  const parts = {
    part: sum(({ contacts }) => contacts),
    whole: sum(({ workingWeeks }) => workingWeeks),
  };
  return measured(mean, parts, own.length);
}
