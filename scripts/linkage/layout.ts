import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { layoutValues } from '#app/forms/linkage-layout.ts';
import { linkageLayoutForm } from '#app/forms/linkage-layout.schema.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import { addLayout } from '#app/linkage/add-layout.server.ts';
import { layoutStateWords } from '#app/linkage/layout-words.ts';
import { layoutGroups, returnFiles, type ReturnLayout } from '#app/linkage/layouts.ts';
import { listNamedLayouts } from '#app/linkage/named-layouts.server.ts';
import { loadEnvironmentFile, readConfig } from '#app/server/config.server.ts';
import { inChange } from '#db/audit/change.ts';
import { openDatabase, type Db } from '#db/connection/open-database.ts';
import { retireLinkageLayout } from '#db/queries/linkage-layouts.ts';

type Step = (db: Db, word: string) => Promise<void>;

/** `npm run linkage -- layout list | show | add | retire`: the named layouts of returns, as their pages have them. */
export async function layout(words: string[]): Promise<void> {
  const [name = '', word = '', ...more] = words;
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  const isNamed = name === 'list' ? word === '' : word !== '';
  if (step === undefined || !isNamed || more.length > 0) {
    throw new Error('layout needs list, show <name>, add <layout.json> or retire <name>');
  }
  loadEnvironmentFile();
  const { db, close } = openDatabase({ path: readConfig(process.env).databaseFile });
  try {
    await step(db, word);
  } finally {
    await close();
  }
}

const actor = () => ({ userId: null, at: new Date().toISOString() });

const steps: Readonly<Record<string, Step>> = {
  list: async (db) => {
    for (const { layout, state } of await listNamedLayouts(db)) {
      console.log(`${layout.name}: ${layoutStateWords[state].toLowerCase()}`);
    }
  },
  show: async (db, name) => {
    console.log(JSON.stringify((await named(db, name)).layout, null, 2));
  },
  add: async (db, path) => {
    const added = layoutOfFile(path);
    await inChange(db, actor(), (trx, record) => addLayout(trx, record, actor(), added));
    console.log(`Kept ${added.name}.`);
  },
  retire: async (db, name) => {
    const { id, kept } = await named(db, name);
    if (kept === null) throw new Error(`${name} is built in`);
    if (kept.retiredAt !== null) throw new Error(`${name} is retired already`);
    const { version } = kept;
    await inChange(db, actor(), (trx, record) =>
      retireLinkageLayout(trx, record, actor(), { id, version }),
    );
    console.log(`Retired ${name}.`);
  },
};

async function named(db: Db, name: string) {
  const found = (await listNamedLayouts(db)).find(({ layout }) => layout.name === name);
  if (found === undefined) throw new Error(`There is no layout called ${name}`);
  return found;
}

/** A layout as `show` prints one, held to the rules of the page's form. */
function layoutOfFile(path: string): ReturnLayout {
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isLayoutLike(read)) {
    throw new Error(
      `${path} must hold an object with name, groups (${layoutGroups.join(' or ')}), dates, separator, ` +
        'and the headings of people, employment and contributions',
    );
  }
  const values = { submissionId: randomUUID(), ...layoutValues(read) };
  const form = linkageLayoutForm(read.groups).safeParse(values);
  if (form.success) return form.data.layout;
  const lines = errorsOf(form.error).map(({ field, message }) => `${field}: ${message}`);
  throw new Error([`${path} is no layout:`, ...lines].join('\n'));
}

/** Whether there is enough of a layout for the form to say what is wrong with the rest. */
function isLayoutLike(read: unknown): read is ReturnLayout {
  if (typeof read !== 'object' || read === null) return false;
  const parts = read as Record<string, unknown>;
  const isGroups = layoutGroups.some((groups) => groups === parts.groups);
  return isGroups && returnFiles.every((file) => parts[file] instanceof Object);
}
