import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { loader } from '#app/routes/relations/data-csv.ts';
import type { User } from '#app/server/context.server.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { contextFor } from '../../builders/request-context.ts';
import { aPerson, teamRoles } from '../../builders/users.ts';
import { farAway, hidden, manyTeams, today, tooSmall } from './many-teams.ts';
import { exactCounts, roundedCount, wholeNumbersOf } from './shown-numbers.ts';

describe('the download of the relations', () => {
  const { db, made } = sharedDatabase(manyTeams);

  async function download(user: User, { search = '', isDemo = false } = {}) {
    const context = { ...contextFor(db(), user, today), isDemo };
    const request = new Request(`https://thread.example.org/relations/data.csv${search}`);
    const response = await loader({ request, context, params: {} });
    const bytes = Buffer.from(await response.arrayBuffer());
    const [headings = [], ...rows] = parse(bytes, { bom: true });
    return { response, bytes, text: bytes.toString(), headings, rows };
  }

  const national = aPerson('national-reader');
  const leaderOf = (teamId: string) => aPerson('team-leader', { teamId });

  test('is a file that spreadsheets read as UTF-8', async () => {
    const { response, bytes } = await download(national);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe(
      'attachment; filename="relations.csv"',
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('holds the rows of every table with their definition and period', async () => {
    const { headings, rows } = await download(national);
    expect(headings).toEqual([
      'Definition',
      'Period',
      'Input',
      'Team',
      'Value',
      'Clients (rounded)',
      'Job entries (rounded)',
      'Rate',
      '95% interval',
      'Note',
    ]);
    expect(rows).toContainEqual([
      'IPS Grow: clients into work',
      'January to June 2026',
      'Fidelity',
      'Brackenhithe',
      '72',
      '110',
      '35',
      '32%',
      '24% to 41%',
      '',
    ]);
    expect(new Set(rows.map(([, , input]) => input)).size).toBe(5);
    expect(new Set(rows.map(([, , , team]) => team))).toContain(farAway);
  });

  test('gives national readers no exact and no small count', async () => {
    const { rows, text } = await download(national);
    for (const [, , , team, , clients, entries] of rows) {
      expect([hidden, tooSmall]).not.toContain(team);
      expect(clients).toMatch(roundedCount);
      expect(entries).toMatch(roundedCount);
    }
    const shown = wholeNumbersOf(text);
    expect(exactCounts(made()).filter((count) => shown.has(count))).toEqual([]);
  });

  test.each(teamRoles)('gives a %s the own team exactly and no other by name', async (role) => {
    const teamId = made().ids.Gorsewick;
    const { headings, rows, text } = await download(aPerson(role, { teamId }));
    expect(headings[5]).toBe('Clients (rounded but for your own team)');
    for (const [name, id] of Object.entries(made().ids)) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(id);
    }
    expect(text).not.toContain('Region');
    const own = rows.filter(([, , , team]) => team === 'Your team');
    expect(own.map(([, , , , , clients, entries]) => [clients, entries])).toEqual(
      Array(5).fill(['118', '33']),
    );
    for (const [, , , , , clients, entries] of rows.filter((row) => !own.includes(row))) {
      expect(clients).toMatch(roundedCount);
      expect(entries).toMatch(roundedCount);
    }
    const shown = wholeNumbersOf(text);
    expect(exactCounts(made(), 'Gorsewick').filter((count) => shown.has(count))).toEqual([]);
  });

  test('follows the filters of the page', async () => {
    const search = '?definition=via-evaluation&length=2';
    const { rows } = await download(leaderOf(made().ids.Gorsewick), { search });
    expect(rows[0]?.slice(0, 2)).toEqual([
      'Via evaluation: evidenced job starts',
      'July to December 2025 and January to June 2026',
    ]);
  });

  test('has headings and no row for a definition of the linked cohort', async () => {
    const { headings, rows } = await download(national, { search: '?definition=ohid-linkage' });
    expect(headings).toHaveLength(10);
    expect(rows).toEqual([]);
  });

  test('says in every row that a demonstration is synthetic', async () => {
    const { rows } = await download(national, { isDemo: true });
    expect(rows.every((row) => row.at(-1) === 'Demonstration: synthetic')).toBe(true);
  });
});
