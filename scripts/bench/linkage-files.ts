import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

import { addDays } from '#scoring/calendar/iso-day.ts';
import { substanceGroups } from '#scoring/outcomes/cohort/client-record.ts';

export interface ReturnSize {
  people: number;
  spells: number;
  payments: number;
}

const firstDay = '2020-01-01';
/** Nothing in a return is dated after it. */
export const linkageDate = '2024-12-01';
const heldTo = (day: string) => (day > linkageDate ? linkageDate : day);

/** A return of any size in the standard layout: plausible enough to be read, computed and written, of nobody. */
export async function writeReturn(folder: string, { people, spells, payments }: ReturnSize) {
  mkdirSync(folder, { recursive: true });
  const person = (index: number) => `p-${String((index * 7919) % people).padStart(7, '0')}`;
  const enrolled = (index: number) => addDays(firstDay, ((index * 7919) % people) % 1300);
  await writeRows(join(folder, 'people.csv'), people, (index) => {
    const place = (index * 7919) % people;
    const facts = [40 + (place % 20), substanceGroups[place % 6] ?? '', 'in treatment'];
    const date = addDays(firstDay, place % 1300);
    const sex = place % 3 === 0 ? 'female' : 'male';
    return [person(index), '', date, sex, ...facts, place % 20, place % 9, 1 + (place % 5)].join();
  });
  await writeRows(join(folder, 'employment.csv'), spells, (index) => {
    const start = heldTo(addDays(enrolled(index), (index % 700) - 100));
    const end = index % 4 === 0 ? '' : heldTo(addDays(start, index % 300));
    return [person(index), `e-${index % 5000}`, start, end, 'paye'].join();
  });
  await writeRows(join(folder, 'contributions.csv'), payments, (index) => {
    const day = heldTo(addDays(enrolled(index), index % 540));
    return [
      person(index),
      day,
      `${index % 200}.50`,
      `${index % 90}.25`,
      `${index % 120}.10`,
    ].join();
  });
}

const headers: Readonly<Record<string, string>> = {
  'people.csv':
    'client_id,team,enrolment_date,sex,age_at_enrolment,substance_group,treatment_status,months_in_treatment,ips_engagement_months,deprivation_quintile',
  'employment.csv': 'client_id,employer_id,start_date,end_date,source',
  'contributions.csv': 'client_id,payment_date,income_tax,employee_ni,employer_ni',
};

async function writeRows(path: string, count: number, row: (index: number) => string) {
  const file = createWriteStream(path);
  await writeLine(file, headers[path.split('/').at(-1) ?? ''] ?? '');
  for (let index = 0; index < count; index += 1) await writeLine(file, row(index));
  file.end();
  await once(file, 'finish');
}

async function writeLine(file: WriteStream, line: string): Promise<void> {
  if (!file.write(`${line}\n`)) await once(file, 'drain');
}
