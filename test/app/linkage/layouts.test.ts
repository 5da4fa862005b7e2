import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { linkageLayoutForm } from '#app/forms/linkage-layout.schema.ts';
import { headingFields, layoutValues } from '#app/forms/linkage-layout.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import { addLayout } from '#app/linkage/add-layout.server.ts';
import { importFiles } from '#app/linkage/import-files.server.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import {
  builtInLayouts,
  layoutGroups,
  separators,
  standardLayout,
  type Columns,
  type ReturnLayout,
} from '#app/linkage/layouts.ts';
import { listLayouts, listNamedLayouts } from '#app/linkage/named-layouts.server.ts';
import { inChange } from '#db/audit/change.ts';
import { listCohort, listLinkedRounds } from '#db/queries/cohorts.ts';
import { retireLinkageLayout } from '#db/queries/linkage-layouts.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import { temporaryFolder, type TemporaryDatabase } from '../../db/temporary-database.ts';
import { aReturn, valuesOfReturn, writtenReturn, type Texts } from './a-return.ts';

/** Headings of somebody else's, days as they write them. */
const theirs = (columns: Columns): Columns =>
  Object.fromEntries(Object.keys(columns).map((column, place) => [column, `Spalte ${place + 1}`]));

const layout: ReturnLayout = {
  ...standardLayout,
  name: 'Return of 2026',
  dates: 'day-first',
  separator: 'semicolon',
  people: theirs(standardLayout.people),
  employment: theirs(standardLayout.employment),
  contributions: theirs(standardLayout.contributions),
};

/** A return in the standard layout, written in this one, with its columns the other way round. */
function inTheirLayout(texts: Texts): Texts {
  const rewritten = (file: keyof Texts) => {
    const [, ...rows] = texts[file].trimEnd().split('\n');
    const lines = [Object.values(layout[file]).join(','), ...rows];
    return lines
      .map((line) =>
        line
          .replaceAll(/(\d{4})-(\d{2})-(\d{2})/g, '$3/$2/$1')
          .split(',')
          .toReversed()
          .join(separators.semicolon),
      )
      .map((line) => `${line}\n`)
      .join('');
  };
  return {
    people: rewritten('people'),
    employment: rewritten('employment'),
    contributions: rewritten('contributions'),
  };
}

let database: TemporaryDatabase;
const actor = () => ({ userId: null, at: new Date().toISOString() });

beforeEach(async () => {
  database = await databaseWithReferenceData();
});

afterEach(() => database.close());

const keep = (kept: ReturnLayout) =>
  inChange(database.db, actor(), (trx, record) => addLayout(trx, record, actor(), kept));

const imported = (texts: Texts, { layoutName, isDryRun }: Record<string, string | boolean>) =>
  importFiles(database.db, actor, {
    values: { ...valuesOfReturn, layoutName: String(layoutName) },
    files: writtenReturn(temporaryFolder(), texts),
    secret: null,
    folder: importsFolder(database.path),
    isDryRun: isDryRun === true,
  });

async function cohort() {
  const [round] = await listLinkedRounds(database.db);
  const people = await listCohort(database.db, round?.id ?? '');
  return people.map((person) => JSON.stringify(person)).toSorted();
}

describe('a return in a layout of its own', () => {
  beforeEach(() => keep(layout));

  test('is checked and imported as the same return in the standard layout is', async () => {
    const asked = { layoutName: layout.name };
    const texts = inTheirLayout(aReturn());
    expect(texts.employment).toContain('paye;15/03/2023;01/10/2022;e-0;p-100');
    expect(await imported(texts, { ...asked, isDryRun: true })).toMatchObject({
      status: 'checked',
      counts: { people: 12, spells: 24, payments: 12, included: 12, passedOver: [] },
    });
    expect(await listLinkedRounds(database.db)).toEqual([]);
    expect(await imported(texts, asked)).toMatchObject({ status: 'imported' });
    const found = await cohort();
    const [round] = await listLinkedRounds(database.db);
    await database.db
      .updateTable('linkedRounds')
      .set({ state: 'undone' })
      .where('id', '=', round!.id)
      .execute();
    await imported(aReturn(), { layoutName: standardLayout.name });
    expect(found).toHaveLength(12);
    expect(found).toEqual(await cohort());
  });

  test.each([
    ['31/02/2024', 'a day that is none'],
    ['03/15/2023', 'the month first'],
    ['2023-03-15', 'the year first'],
    ['15.03.2023', 'stops for strokes'],
  ])('names %s, %s, by row, its own heading and rule', async (written) => {
    const texts = inTheirLayout(aReturn());
    const employment = texts.employment.replace('15/03/2023', written);
    const answer = await imported({ ...texts, employment }, { layoutName: layout.name });
    expect(answer).toMatchObject({
      status: 'refused',
      problems: [
        {
          ...{ file: 'employment', row: 2, column: 'Spalte 4' },
          rule: 'must be a real calendar day written DD/MM/YYYY',
        },
      ],
    });
    expect(await listLinkedRounds(database.db)).toEqual([]);
  });

  test('is refused where it comes in another one', async () => {
    const answer = await imported(aReturn(), { layoutName: layout.name });
    if (answer.status !== 'refused') throw new Error('it was taken');
    expect(answer.problems[0]).toMatchObject({
      ...{ file: 'people', row: 1, column: 'Spalte 1', rule: 'is missing' },
    });
  });
});

describe('a mapping', () => {
  const errorsIn = (values: object, groups: ReturnLayout['groups'] = 'columns') => {
    const form = linkageLayoutForm(groups).safeParse({ submissionId: randomUUID(), ...values });
    return form.success ? [] : errorsOf(form.error);
  };
  const good = layoutValues(layout);

  test.each(layoutGroups)('of every column is taken, groups %s', (groups) => {
    const built = builtInLayouts.find((one) => one.groups === groups)!;
    const values = { submissionId: randomUUID(), ...layoutValues({ ...built, name: 'Mine' }) };
    const form = linkageLayoutForm(groups).safeParse(values);
    expect(form.success && form.data.layout).toEqual({ ...built, name: 'Mine' });
  });

  test.each(layoutGroups.flatMap((groups) => headingFields(groups).map((one) => [groups, one])))(
    'with %s groups is refused without a heading: %o',
    (groups, one) => {
      const kind = groups as ReturnLayout['groups'];
      const { field, file, column } = one as ReturnType<typeof headingFields>[number];
      const built = builtInLayouts.find((each) => each.groups === kind)!;
      const { [field]: _heading, ...others } = layoutValues({ ...built, name: 'Mine' });
      const message = `Enter the heading of ${column} in the file of ${file}`;
      expect(errorsIn({ ...others, [field]: ' ' }, kind)).toEqual([{ field, message }]);
      expect(errorsIn(others, kind)).toEqual([{ field, message }]);
    },
  );

  test('is refused where one heading stands for two columns of a file', () => {
    const values = { ...good, 'employment.end_date': ' Spalte 3 ' };
    expect(errorsIn(values)).toEqual([
      {
        field: 'employment.end_date',
        message:
          '“Spalte 3” stands for start_date already: ' +
          'end_date in the file of employment needs a heading of its own',
      },
    ]);
  });

  test('may use one heading in two files', () => {
    expect(errorsIn({ ...good, 'people.client_id': 'Id', 'employment.client_id': 'Id' })).toEqual(
      [],
    );
  });

  test('is refused with a column that the layout has not, or an unknown format', () => {
    expect(errorsIn({ ...good, 'people.shoe_size': 'Size' })).toMatchObject([
      { field: 'people.shoe_size' },
    ]);
    expect(errorsIn({ ...good, dates: 'month-first', separator: 'stroke' })).toEqual([
      { field: 'dates', message: 'Choose how days are written' },
      { field: 'separator', message: 'Choose what stands between cells' },
    ]);
  });
});

describe('a name', () => {
  test('is taken once, by those built in and by retired layouts too', async () => {
    const id = await keep(layout);
    await expect(keep(layout)).rejects.toThrow('There is a layout of this name already');
    await expect(keep({ ...layout, name: standardLayout.name })).rejects.toThrow('already');
    const retire = () =>
      inChange(database.db, actor(), (trx, record) =>
        retireLinkageLayout(trx, record, actor(), { id, version: 1 }),
      );
    await retire();
    await expect(retire()).rejects.toThrow('changed by somebody else');
    await expect(keep(layout)).rejects.toThrow('There is a layout of this name already');
    expect((await listLayouts(database.db)).map(({ name }) => name)).toEqual(
      builtInLayouts.map(({ name }) => name),
    );
    expect((await listNamedLayouts(database.db)).at(-1)).toMatchObject({ id, state: 'retired' });
  });

  test('that was retired while its return waited still imports that return', async () => {
    const id = await keep(layout);
    await inChange(database.db, actor(), (trx, record) =>
      retireLinkageLayout(trx, record, actor(), { id, version: 1 }),
    );
    const answer = await imported(inTheirLayout(aReturn()), { layoutName: layout.name });
    expect(answer.status).toBe('imported');
  });
});
