import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { chartBaselineSchema } from '#app/forms/chart-baseline.schema.ts';
import { longestReason } from '#app/forms/chart-baseline.ts';

const schema = chartBaselineSchema(['2026-02', '2026-03']);
const good = { submissionId: randomUUID(), month: '2026-03', reason: 'A second clinic' };

const messagesOf = (facts: Record<string, string | undefined>) => {
  const result = schema.safeParse({ ...good, ...facts });
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path[0], message]);
};

describe('a new baseline', () => {
  test('needs one of the months of its chart', () => {
    const message =
      'Choose the month in which the new baseline begins: one on the chart, after its first';
    expect(messagesOf({})).toEqual([]);
    for (const month of ['', '2026-01', 'March', undefined]) {
      expect(messagesOf({ month })).toEqual([['month', message]]);
    }
  });

  test('needs a reason, no longer than the page has room for', () => {
    for (const reason of ['', ' \r\n ', undefined]) {
      expect(messagesOf({ reason })).toEqual([['reason', 'Enter the reason for the new baseline']]);
    }
    expect(messagesOf({ reason: 'x'.repeat(longestReason) })).toEqual([]);
    expect(messagesOf({ reason: 'x'.repeat(longestReason + 1) })).toEqual([
      ['reason', 'The reason must have 300 characters or fewer'],
    ]);
  });

  test('counts a line end once, as it is kept', () => {
    const reason = `${'x'.repeat(longestReason - 2)}\r\ny`;
    expect(schema.parse({ ...good, reason })).toEqual({
      ...good,
      reason: reason.replace('\r', ''),
    });
  });

  test('refuses fields that the form does not have', () => {
    expect(messagesOf({ measure: 'meetings' })).toHaveLength(1);
  });
});
