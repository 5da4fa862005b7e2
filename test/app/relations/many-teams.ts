import type { Db } from '#db/connection/open-database.ts';
import type { IntegrationLevel } from '#db/schema/reviews.ts';

import { countedClients } from '../../builders/clients.ts';
import { contactsOf } from '../../builders/contacts.ts';
import { aMeetingReturn } from '../../builders/meeting-returns.ts';
import { aSignedRating } from '../../builders/ratings.ts';
import { aSignedOffReview, scoresOfTotal } from '../../builders/reviews.ts';
import { aSpecialist } from '../../builders/staff.ts';
import { aTeam } from '../../builders/teams.ts';

export const today = '2026-07-15';

/** Names that stand nowhere else on a page. */
const names = [
  'Ambleworth',
  'Brackenhithe',
  'Corvenham',
  'Dunmallow',
  'Eskerby',
  'Fennigate',
  'Gorsewick',
  'Haverstoke',
  'Inglemoor',
  'Jessopdale',
  'Kestrelford',
  'Larkbourne',
  'Mistleton',
  'Nettlecombe',
  'Ospreyhead',
  'Pellinghurst',
  'Quillmere',
  'Rookendale',
] as const;

export type Name = (typeof names)[number];

export interface Facts {
  clients: number;
  entries: number;
  fidelity: number;
  level: IntegrationLevel;
  /** In the four weeks of the one specialist's post: strict, and in all modes beside them. */
  contacts: { strict: number; others: number };
  meetings: number;
  books: number;
}

export interface ManyTeams {
  facts: Record<Name, Facts>;
  ids: Record<Name, string>;
  regions: string[];
}

/** 1, 2, 3, 4, 6, 7 …: a rounded count can never be mistaken for one of these. */
const noMultipleOfFive = (index: number): number => index + 1 + Math.floor(index / 4);

const levels = ['low', 'medium', 'high'] as const;

/** Far above the others at its level. */
export const farAway = 'Kestrelford';
/** So few job entries that only the team itself sees its rate. */
export const hidden = 'Dunmallow';
/** Too few clients to be used. */
export const tooSmall = 'Quillmere';

const exceptions: Partial<Record<Name, Partial<Facts>>> = {
  [farAway]: { entries: 92 },
  [hidden]: { entries: 4 },
  [tooSmall]: { clients: 7, entries: 3 },
};

function factsOf(name: Name, index: number): Facts {
  return {
    clients: 110 + noMultipleOfFive(index),
    entries: 25 + noMultipleOfFive((index * 7) % 18),
    fidelity: 61 + ((index * 11) % 31),
    level: levels[index % 3] ?? 'low',
    contacts: { strict: 9 + ((index * 5) % 17), others: 3 + ((index * 3) % 7) },
    meetings: 201 + 13 * index,
    books: 140 + noMultipleOfFive(index),
    ...exceptions[name],
  };
}

/** Eighteen teams with every input known, enough for each statement of the page. */
export async function manyTeams(db: Db): Promise<ManyTeams> {
  const facts = Object.fromEntries(
    names.map((name, index) => [name, factsOf(name, index)]),
  ) as Record<Name, Facts>;
  const ids: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const team = await aTeam(db, { name, region: `Region around ${name}` });
    ids[name] = team.id;
    await addFacts(db, team.id, facts[name]);
  }
  const regions = names.map((name) => `Region around ${name}`);
  return { facts, ids: ids as Record<Name, string>, regions };
}

async function addFacts(db: Db, teamId: string, facts: Facts): Promise<void> {
  const { clients, entries, fidelity, level, contacts, meetings, books } = facts;
  await countedClients(db, teamId, { clients, entries, enrolled: '2026-01-20' });
  await aSignedOffReview(db, teamId, { scores: scoresOfTotal(fidelity) });
  await aSignedRating(db, teamId, { chosenLevel: level });
  const post = { employedFrom: '2026-02-02', employedTo: '2026-03-01' };
  const specialist = await aSpecialist(db, teamId, post);
  const day = '2026-02-10';
  await contactsOf(db, specialist, 'strict', { day, count: contacts.strict });
  await contactsOf(db, specialist, 'all modes only', { day, count: contacts.others });
  await aMeetingReturn(db, teamId, '2026-06', { meetings, bands: [1, books - 1, 0, 0, 0] });
}
