import { randomUUID } from 'node:crypto';

import { scaleCorrectionValues } from '#app/forms/fidelity/scale-correction.ts';
import { criterionKeys, evidenceField } from '#app/forms/integration-rating.ts';
import { layoutValues } from '#app/forms/linkage-layout.ts';
import { returnLayout } from '#app/linkage/layouts.ts';
import { SCALE_VERSION_2008_ID } from '#db/reference-data.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';
import { baselineFactors } from '#scoring/outcomes/baseline-factors.ts';

import { TEST_PASSWORD } from '../add-user.ts';
import type { Address } from './addresses.ts';
import type { VisitorName } from './expected-access.ts';
import type { Side } from './team-side.ts';
import type { World } from './world.ts';

export type Fields = [string, string][];

interface Post {
  world: World;
  address: Address;
  visitor: VisitorName;
}

/** What a post needs in its address besides. */
export const queryOf: Readonly<Record<string, string>> = { 'routes/scale/publish': '?item=2' };

const boxes = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}Day`]: date, [`${name}Month`]: month, [`${name}Year`]: year };
};

const created = () => ({ submissionId: randomUUID() });
const edited = { version: '1' };

/** The team whose records a form names: that of the address. */
export function sideOf({ sides, other }: World, { ids }: Address): Side {
  return ids.teamId === other.teamId ? sides.other : sides.own;
}

/** The form of a route as somebody would fill it in who may; whoever may not must be refused with it all the same. */
export function fieldsFor(route: string, post: Post): Fields {
  const fields = forms[route]?.(post, sideOf(post.world, post.address)) ?? {};
  return Object.entries(fields);
}

const contactOf = ({ ids }: Side) => ({
  specialistId: ids.specialistId ?? '',
  employer: ids.employerId ?? '',
  mode: 'telephone',
  outcome: 'introduced',
});

const jobOf = ({ ids, words }: Side) => ({
  employer: ids.employerId ?? '',
  ...boxes('startDate', '2025-04-07'),
  fourHoursDone: 'yes',
  jobType: words.jobType,
});

const personOf = ({ words }: Side) => ({
  name: words.specialist,
  role: 'employment-specialist',
  ...boxes('employedFrom', '2022-01-03'),
});

const ratingFacts = {
  intent: 'draft',
  ...boxes('ratedOn', '2025-06-03'),
  provider: 'same',
  ...Object.fromEntries(
    criterionKeys.flatMap((key) => [
      [key, '1'],
      [evidenceField(key), 'A walk'],
    ]),
  ),
};

/** A baseline file with one client of the team, about whom it says nothing. */
export function baselineOf(reference: string): string {
  const columns = baselineFactors.map(({ column }) => column);
  const lines = [
    ['client_id', ...columns],
    [reference, ...columns.map(() => '')],
  ];
  return Buffer.from(lines.map((line) => line.join(',')).join('\r\n')).toString('base64url');
}

const importOf = ({ ids, words }: Side, isNational: boolean) => ({
  ...created(),
  intent: 'import',
  destination: isNational ? (ids.teamId ?? '') : '',
  kept: baselineOf(words.client),
});

const team = (name: string) => ({
  name,
  region: 'London',
  ipsProvider: 'Invented Work',
  ...boxes('startDate', '2022-04-01'),
});

function layoutOf(name: string): Record<string, string> {
  const values = Object.entries(layoutValues({ ...returnLayout, name }));
  return Object.fromEntries(values.map(([field, value]) => [field, String(value)]));
}

function correction(): Record<string, string> {
  const item = getScaleItem(fidelityScale2008, 2);
  const validFrom = '2026-01-01';
  const values = scaleCorrectionValues(fidelityScale2008, item, { versions: 1, validFrom });
  const single = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { ...created(), ...Object.fromEntries(single), note: 'A walk' };
}

type Form = (post: Post, side: Side) => Record<string, string>;

const forms: Readonly<Record<string, Form>> = {
  'routes/sign-in': ({ world }) => ({
    email: world.thirdReviewer.email,
    password: TEST_PASSWORD,
    next: '/',
  }),
  'routes/account': () => ({ sessionId: 'a'.repeat(64) }),
  'routes/account/password': () => ({
    ...edited,
    currentPassword: TEST_PASSWORD,
    newPassword: 'velvet harbour thimble 93',
  }),
  'routes/reviews/new': ({ world, visitor }) => ({
    ...created(),
    teamId: world.own.teamId ?? '',
    kind: 'independent',
    scaleVersionId: SCALE_VERSION_2008_ID,
    ...boxes('firstVisit', '2026-06-24'),
    ...boxes('lastVisit', '2026-06-24'),
    leadReviewerId: world.accounts[visitor === 'reviewer 2' ? 'reviewer 2' : 'reviewer 1'].id,
  }),
  'routes/reviews/item': () => ({ ...edited, intent: 'list', score: '1', reason: 'A walk' }),
  'routes/reviews/check': () => ({ version: '25', confirm: 'yes' }),
  'routes/reviews/agree': () => ({ intent: 'confirm-equal' }),
  'routes/reviews/sign-off': () => ({ ...edited, confirm: 'yes' }),
  'routes/scale/publish': correction,
  'routes/over-time/new-baseline': () => ({
    ...created(),
    month: '2025-05',
    reason: 'A walk',
  }),
  'routes/contacts/list': (_, { spareContactId }) => ({ undo: spareContactId }),
  'routes/contacts/new': (_, side) => ({ ...created(), ...contactOf(side) }),
  'routes/contacts/edit': (_, side) => ({ ...edited, ...contactOf(side) }),
  'routes/clients/new': () => ({
    ...created(),
    reference: `NEW-${String(Date.now()).slice(-6)}-${randomUUID().slice(0, 4)}`,
    ...boxes('enrolmentDate', '2025-02-03'),
  }),
  'routes/clients/edit': (_, { words }) => ({
    ...edited,
    reference: words.client,
    ...boxes('enrolmentDate', '2025-02-03'),
    ageAtEnrolment: '41',
  }),
  'routes/clients/profile': () => ({ version: '0', ...boxes('profileDate', '2025-02-10') }),
  'routes/clients/meetings': (_, { ids }) => ({
    ...created(),
    form: 'telephone',
    specialistId: ids.specialistId ?? '',
  }),
  'routes/clients/clinic': (_, { ids }) => ({
    ...created(),
    form: 'telephone',
    specialistId: ids.specialistId ?? '',
    clients: ids.clientId ?? '',
  }),
  'routes/job-entries/new': (_, side) => ({ ...created(), ...jobOf(side) }),
  'routes/job-entries/edit': (_, side) => ({ ...edited, ...jobOf(side) }),
  'routes/meeting-returns/month': () => ({
    ...edited,
    clientsOnBooks: '10',
    meetingsHeld: '12',
    clientsWith0: '4',
    clientsWith1To4: '6',
    clientsWith5To8: '0',
    clientsWith9To12: '0',
    clientsWith13OrMore: '0',
  }),
  'routes/staff/new': (_, side) => ({ ...created(), ...personOf(side), fte: '0.5' }),
  'routes/staff/edit': (_, side) => ({ ...edited, ...personOf(side) }),
  'routes/staff/hours': () => ({ ...created(), ...boxes('fromDate', '2025-09-01'), fte: '0.4' }),
  'routes/staff/leave': () => ({ ...created(), part: 'whole', ...boxes('firstDay', '2025-04-08') }),
  'routes/import/team': (_, side) => importOf(side, false),
  'routes/import/national': (_, side) => importOf(side, true),
  'routes/linkage/imported': () => ({ ...edited, intent: 'abandon' }),
  'routes/linkage/round': () => ({ ...edited, confirm: 'yes' }),
  'routes/linkage/layouts/new': () => ({
    ...created(),
    ...layoutOf(`Walked ${randomUUID()}`),
  }),
  'routes/linkage/layouts/layout': () => edited,
  'routes/linkage/certificate': () => ({
    ...edited,
    ...boxes('receiptConfirmedOn', '2025-06-03'),
    ...boxes('deletedOn', '2025-06-04'),
  }),
  'routes/integration/new': () => ({ ...created(), ...ratingFacts }),
  'routes/integration/edit': () => ({ ...edited, ...ratingFacts }),
  'routes/integration/level': () => ({ ...edited, chosenLevel: 'low', reason: 'A walk' }),
  'routes/integration/rating': () => ({ ...edited, intent: 'sign', confirm: 'yes' }),
  'routes/benchmarks/new': () => ({
    ...created(),
    name: 'A mark',
    value: '50',
    source: 'A walk',
    ...boxes('validFrom', '2090-04-01'),
  }),
  'routes/benchmarks/edit': () => ({ ...edited, name: 'A mark', value: '33', source: 'A walk' }),
  'routes/meeting-notes/new': () => ({
    ...created(),
    ...boxes('heldOn', '2025-06-03'),
    text: 'A walk',
  }),
  'routes/meeting-notes/edit': () => ({
    ...edited,
    ...boxes('heldOn', '2025-06-03'),
    text: 'A walk',
  }),
  'routes/admin/users/new': () => ({
    ...created(),
    email: `walked-${randomUUID().slice(0, 8)}@example.org`,
    name: 'Walked Person',
    role: 'national-reader',
    password: 'velvet harbour thimble 93',
  }),
  'routes/admin/users/user': () => ({ ...edited, intent: 'end-sessions' }),
  'routes/admin/users/edit': (_, { ids }) => ({
    ...edited,
    name: 'Walked Person',
    role: 'employment-specialist',
    teamId: ids.teamId ?? '',
  }),
  'routes/admin/users/password': () => ({ ...edited, password: 'velvet harbour thimble 93' }),
  'routes/admin/teams/new': () => ({ ...created(), ...team(`Walked ${randomUUID().slice(0, 8)}`) }),
  'routes/admin/teams/edit': (_, { words, hostServiceId: hostService }) => ({
    ...edited,
    ...team(words.team),
    hostService,
  }),
};
