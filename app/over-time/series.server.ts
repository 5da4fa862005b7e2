import { jobEntryDefinitionsOf } from '#app/relations/definitions.server.ts';
import { countWords, decimalWords } from '#app/relations/figure-words.ts';
import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import { clientsOfRate } from '#app/relations/team-rates.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { countContactsByDay } from '#db/queries/employer-contacts.ts';
import { listMeetingReturns } from '#db/queries/meeting-returns.ts';
import { listBankHolidays, listSpecialistTime } from '#db/queries/team-facts.ts';
import { formatMonth, monthOf } from '#scoring/calendar/iso-day.ts';
import { addMonths, lastDayOfMonth, listMonths } from '#scoring/calendar/iso-month.ts';
import { disclosedMean } from '#scoring/disclosure/disclosed-mean.ts';
import type { DisclosurePolicy, Viewer } from '#scoring/disclosure/disclosure-policy.ts';
import type { ContactRate } from '#scoring/employers/contact-rate.ts';
import { dailyContactCounts } from '#scoring/employers/daily-contact-counts.ts';
import { monthlyContactRates } from '#scoring/employers/monthly-contact-rates.ts';
import type { MeetingReturn } from '#scoring/meetings/meeting-return.ts';
import { meetingsPerClient } from '#scoring/meetings/meetings-per-client.ts';
import { jobEntryVersionOn } from '#scoring/outcomes/job-entry-definitions.ts';
import { monthlyJobEntryRates } from '#scoring/outcomes/monthly-job-entry-rates.ts';

import { measureOf, type Measure, type MeasureKey } from './measures.ts';
import type { Series, SeriesMonth } from './series.ts';

export interface SeriesAsked {
  teamId: string;
  measure: MeasureKey;
  viewer: Viewer;
  today: string;
}

type Asked = Omit<SeriesAsked, 'measure'> & { measure: Measure };

/** A day before any record. */
const beginning = '1900-01-01';

/**
 * A measure of a team month by month, as its reader may see it, up to the last month that is over. A job: years of contacts
 * take tens of milliseconds to read and to add up.
 */
export async function overTimeSeries(
  db: Db,
  { measure: key, ...asked }: SeriesAsked,
): Promise<Series> {
  const measure = measureOf(key);
  switch (measure.key) {
    case 'contacts-strict':
    case 'contacts-all-modes':
      return contactSeries(db, { ...asked, measure });
    case 'meetings':
      return meetingSeries(db, { ...asked, measure }, await disclosurePolicyOn(db, asked.today));
    case 'job-starts':
      return jobStartSeries(db, { ...asked, measure });
  }
}

/** Contacts are no people: everybody who may see the team sees them as they are, as on its own page. */
async function contactSeries(db: Db, { teamId, measure, today }: Asked): Promise<Series> {
  const lastMonth = addMonths(monthOf(today), -1);
  const window = { from: beginning, to: lastDayOfMonth(lastMonth) };
  const staff = await listSpecialistTime(db, { ...window, teamId });
  const specialists = staff.filter(({ role }) => role === 'employment-specialist');
  const counts = dailyContactCounts(await countContactsByDay(db, teamId, window));
  const rates = monthlyContactRates(specialists, counts, await listBankHolidays(db), lastMonth);
  const isStrict = measure.key === 'contacts-strict';
  return {
    definition: measure.definition,
    months: rates.map(({ month, strict, allModes }) =>
      isStrict ? contactMonth(month, strict, allModes) : contactMonth(month, allModes, strict),
    ),
    notes: [],
    places: 2,
  };
}

function contactMonth(month: string, rate: ContactRate, beside: ContactRate): SeriesMonth {
  const { contacts, workingWeeks } = rate;
  return {
    month,
    value: rate.status === 'rate' ? rate.contactsPerWeek : null,
    counts: [countWords(contacts), decimalWords(workingWeeks, 1), weekly(beside)],
    missing: rate.status === 'rate' ? null : rate.reason,
  };
}

function weekly(rate: ContactRate): string {
  return rate.status === 'rate' ? decimalWords(rate.contactsPerWeek, 2) : '–';
}

async function meetingSeries(
  db: Db,
  { teamId, measure, viewer, today }: Asked,
  policy: DisclosurePolicy,
): Promise<Series> {
  const lastMonth = addMonths(monthOf(today), -1);
  const returns = new Map((await listMeetingReturns(db, teamId)).map((row) => [row.month, row]));
  const first = [...returns.keys()].sort()[0] ?? lastMonth;
  const months = first > lastMonth ? [] : listMonths(first, lastMonth);
  const isOwn = viewer === 'own-team';
  return {
    definition: measure.definition,
    months:
      returns.size === 0
        ? []
        : months.map((month) => meetingMonth(month, returns.get(month), viewer, policy)),
    notes: isOwn
      ? []
      : [
          `Values are rounded to one decimal, the limits are worked out from the rounded values, and a month of fewer than ${policy.smallestShown} clients is left out.`,
        ],
    places: isOwn ? 2 : 1,
  };
}

/** The team itself sees what a value is made of. Others see it to one decimal: counts beside it would give clients away. */
function meetingMonth(
  month: string,
  given: MeetingReturn | undefined,
  viewer: Viewer,
  policy: DisclosurePolicy,
): SeriesMonth {
  const none = (missing: string): SeriesMonth => ({ month, value: null, counts: [], missing });
  if (given === undefined) return none('Not returned.');
  const measured = meetingsPerClient({ returns: [given], firstMonth: month, lastMonth: month });
  if (measured.status !== 'measured') return none('No clients on the books.');
  const { meetingsPerClientMonth: value, meetingsHeld, clientMonths } = measured;
  const mean = { n: clientMonths, value, lower: null, upper: null };
  const figure = disclosedMean(viewer, mean, policy);
  if (figure.value === null) return none('Hidden: few clients.');
  if (viewer === 'others') {
    return { month, value: Math.round(10 * figure.value) / 10, counts: [], missing: null };
  }
  const counts = [countWords(meetingsHeld), countWords(clientMonths)];
  return { month, value: figure.value, counts, missing: null };
}

/** Of the few people who engage in a month nobody but the team itself is told. */
async function jobStartSeries(db: Db, { teamId, viewer, today }: Asked): Promise<Series> {
  if (viewer !== 'own-team') throw new Error('Job starts by month are the team’s own');
  const definition = (await jobEntryDefinitionsOf(db, today)).find(
    ({ key }) => key === 'outcomes-contract',
  );
  if (definition === undefined) throw new Error('The definition of job starts is not stored');
  const window = { from: beginning, to: today };
  const { clients } = await clientsOfRate(db, definition, window, today, teamId);
  const { windowMonths, months } = monthlyJobEntryRates(definition, clients, today);
  const { numerator, denominator } = jobEntryVersionOn(definition, today);
  const last = months.at(-1)?.month;
  return {
    definition: `${definition.name}. Counted: ${numerator}. Out of: ${denominator}, by the month in which they engaged.`,
    months: months.map(({ month, rate }): SeriesMonth => {
      const { numerator: successes, denominator: n, value } = rate;
      if (value === null) return { month, value, counts: ['0', '0'], missing: 'Nobody engaged.' };
      const counts = [countWords(successes), countWords(n)];
      return { month, value, people: { successes, n }, counts, missing: null };
    }),
    notes:
      last === undefined
        ? []
        : [
            `The last month shown is ${formatMonth(last)}: whoever engaged later has not had ${windowMonths} months yet.`,
          ],
    places: 2,
  };
}
