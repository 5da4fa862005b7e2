import { recordedValues } from '#app/forms/fidelity/recorded-values.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { Review } from '#db/queries/reviews.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import type { Measured } from '#scoring/fidelity/measure-result.ts';
import { measuredWords } from '#scoring/fidelity/measured-words.ts';
import { notRecordedReason } from '#scoring/fidelity/records/not-recorded.ts';
import type {
  Breakdown,
  RecordedFigure,
  RecordedItem,
} from '#scoring/fidelity/records/recorded-item.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

import { contactsBasisOn } from './contacts-basis.server.ts';
import { findRecordedItem } from './recorded-item.server.ts';
import type { FigureView, RecordedView } from './recorded-view.ts';

/** Records are read up to the last visit day, or up to today while the visit is still to come. */
export function recordsDay({ lastVisitDay }: Pick<Review, 'lastVisitDay'>, today: string): string {
  return lastVisitDay < today ? lastVisitDay : today;
}

/**
 * What the team's own records say about an item. Only while the review is open, and then to its reviewers alone (the
 * route sees to that): afterwards its reviewers are others to the team, to whom small numbers are not shown.
 */
export async function recordedView(
  db: Db,
  review: Review,
  item: ScaleItem,
  today: string,
): Promise<RecordedView | null> {
  if (review.status !== 'open') return null;
  const day = recordsDay(review, today);
  const recorded = await findRecordedItem(db, item.number, {
    teamId: review.teamId,
    day,
    basis: await contactsBasisOn(db, day),
  });
  const upTo = `Up to ${formatDay(day)}, ${day === review.lastVisitDay ? 'the last visit day' : 'today: the visit is not over'}.`;
  return recorded === undefined
    ? { ...nothing, upTo, notRecorded: notRecordedReason(item.number), askFor: item.recordsShow }
    : { ...inWords(recorded, item), upTo };
}

const nothing = {
  askFor: null,
  measured: null,
  beside: [],
  breakdown: null,
  cautions: [],
  values: null,
} satisfies Partial<RecordedView>;

function inWords(recorded: RecordedItem, item: ScaleItem): Omit<RecordedView, 'upTo'> {
  const { measured, beside, breakdown, cautions, facts } = recorded;
  const values = facts === null ? {} : recordedValues(item, facts);
  return {
    notRecorded: null,
    askFor: null,
    measured: measured === null ? null : figureView(measured, item),
    beside: beside.map((figure) => figureView(figure, item)),
    breakdown: breakdown === null ? null : breakdownInWords(breakdown),
    cautions,
    values: Object.keys(values).length > 0 ? values : null,
  };
}

function figureView(figure: RecordedFigure, item: ScaleItem): FigureView {
  const { label, measurement, from, to, unused } = figure;
  return {
    label,
    number: numberWords(figure, item),
    made: measurement.status === 'measured' ? madeOf(figure, measurement) : measurement.reason,
    period: from === to ? `On ${formatDay(to)}` : `${formatDay(from)} to ${formatDay(to)}`,
    unused: unused.map(({ count, what }) => `${count} ${what}`),
  };
}

function madeOf({ made, partLabel, wholeLabel }: RecordedFigure, { part, whole, cases }: Measured) {
  const counted = `${decimal(part)} ${partLabel}`;
  const by = `${decimal(whole)} ${wholeLabel}`;
  if (made === 'divided') return `${counted} ÷ ${by}`;
  if (made === 'out-of') return `${counted} out of ${by}`;
  return `Mean of ${cases} ${cases === 1 ? 'specialist' : 'specialists'}; together ${counted} in ${by}`;
}

/** Never rounded so that it looks as if it reached, or missed, a limit of the item's rule. */
function numberWords({ measurement, suffix }: RecordedFigure, item: ScaleItem): string | null {
  if (measurement.status !== 'measured') return null;
  const { rule } = item;
  if (rule.kind !== 'band') return `${decimal(measurement.value)}${suffix}`;
  const limits = rule.thresholds.map(({ limit }) => limit);
  return measuredWords(measurement.value, { ...rule, unit: { ...rule.unit, suffix } }, limits);
}

function breakdownInWords({ caption, headings, rows }: Breakdown): RecordedView['breakdown'] {
  return {
    caption,
    headings,
    rows: rows.map(({ label, numbers }) => [
      label,
      ...numbers.map((number) => (number === null ? 'not known' : decimal(number))),
    ]),
  };
}

function decimal(value: number): string {
  return Number(value.toFixed(1)).toLocaleString('en-GB');
}
