import { describe, expect, test } from 'vitest';

import { loader } from '#app/routes/reviews/item.tsx';
import type { Db } from '#db/connection/open-database.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';

import { aCaseloadOf26 } from '../../builders/caseload.ts';
import { aClient, clientsOf, startedOn } from '../../builders/clients.ts';
import { contactsOf } from '../../builders/contacts.ts';
import { databaseWithReferenceData, sharedDatabase } from '../../builders/database.ts';
import { contextFor } from '../../builders/request-context.ts';
import { anOpenReview, aSignedOffReview } from '../../builders/reviews.ts';
import { insertRows, setUp } from '../../builders/set-up.ts';
import { aSpecialist } from '../../builders/staff.ts';
import { aTeam } from '../../builders/teams.ts';
import { aPerson, aUser } from '../../builders/users.ts';

const today = '2026-07-15';

async function itemPage(
  db: Db,
  userId: string,
  reviewId: string,
  itemNumber: number,
  on: string = today,
) {
  const params = { reviewId, itemNumber: String(itemNumber) };
  const request = new Request(`https://thread.example.org/reviews/${reviewId}/items/1`);
  const user = { ...aPerson('reviewer'), id: userId };
  return loader({ request, context: contextFor(db, user, on), params });
}

describe('a team’s own numbers beside the items of its review', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [team, other, empty] = [await aTeam(given), await aTeam(given), await aTeam(given)];
    const reviewer = await aUser(given, 'reviewer');
    const review = async (teamId: string, lastVisitDay: string) =>
      anOpenReview(given, teamId, [{ userId: reviewer.id }], { lastVisitDay });
    await aCaseloadOf26(given, team.id);
    await aCaseloadOf26(given, other.id);
    const ben = await aSpecialist(given, team.id, {
      name: 'Ben Booth',
      leave: { '2026-06-01': 1 },
    });
    // 12 weeks to 21 June: 12 x 5 days, less Good Friday, Easter Monday, two in May and a day of leave = 11 weeks.
    const may = { day: '2026-05-06', count: 33 };
    await contactsOf(given, ben, 'strict', may);
    await contactsOf(given, ben, 'strict', { ...may, forWhom: 'particular-client' });
    const jobs = ['Shop work', 'shop work', 'Cleaning', 'Driving', 'Care', ' '].map((jobType) => ({
      enrolmentDate: '2025-11-03',
      jobs: [startedOn('2026-02-02', { jobType, permanent: 'yes' as const })],
    }));
    await clientsOf(given, team.id, jobs);
    await aClient(given, other.id, { jobs: [startedOn('2026-02-02', { jobType: 'Baking' })] });
    return {
      reviewer: reviewer.id,
      reviewId: await review(team.id, '2026-06-24'),
      comingReviewId: await review(team.id, '2026-08-06'),
      emptyReviewId: await review(empty.id, '2026-06-24'),
      signedOffReviewId: await aSignedOffReview(given, team.id, {
        lastVisitDay: '2026-06-24',
        reviewerIds: [reviewer.id],
      }),
    };
  });

  const recorded = async (itemNumber: number, reviewId = made().reviewId, on?: string) =>
    (await itemPage(db(), made().reviewer, reviewId, itemNumber, on)).recorded;

  test('caseload: the number, what it is made of, its period and what taking it fills in', async () => {
    expect(await recorded(1, made().reviewId)).toMatchObject({
      upTo: 'Up to 24 June 2026, the last visit day.',
      notRecorded: null,
      measured: {
        // 13 active clients; half a post and Ben's whole one
        number: '8.7',
        made: '13 active clients ÷ 1.5 full-time equivalents, means of six month ends',
        period: '31 December 2025 to 31 May 2026',
        unused: [
          '36 times a client was open at a month’s end without a contact in the 28 days before',
        ],
      },
      values: { measured: '8.67' },
    });
  });

  test('employer contacts: each specialist, with the contacts that the setting counts', async () => {
    const page = await itemPage(db(), made().reviewer, made().reviewId, 17);
    // Amal 0 and Ben 66 / 11 = 6 a week: the mean is 3
    expect(page.recorded).toMatchObject({
      measured: {
        number: '3 a week',
        made: 'Mean of 2 specialists; together 66 contacts in 16.6 working weeks',
        period: '30 March 2026 to 21 June 2026',
      },
      beside: [{ number: '1.5 a week' }, { number: '3 a week' }],
      breakdown: {
        rows: [
          ['Amal Aziz', '0', 'not known'],
          ['Ben Booth', '6', 'not known'],
        ],
      },
      values: {
        measured: '3',
        perSpecialist: '0\n6',
        jobSeekers: '13',
        jobSeekersPerSpecialist: '',
        contactsBasis: 'all',
      },
    });
    expect(page.initial).toMatchObject({ contactsBasis: 'all', perSpecialist: '' });
  });

  test('job starts: what was left out is said', async () => {
    expect(await recorded(19)).toMatchObject({
      measured: {
        number: '80%',
        made: '4 different types out of 5 job starts',
        period: '25 June 2025 to 24 June 2026',
        unused: ['1 job starts without a kind of work'],
      },
      values: { measured: '80', cases: '5' },
    });
    expect(await recorded(20)).toMatchObject({
      measured: { number: null, made: 'No job starts in the last 12 months.' },
      values: null,
    });
    expect(await recorded(21)).toMatchObject({
      measured: { number: '100%', period: 'On 24 June 2026' },
      values: { measured: '100', cases: '6' },
    });
  });

  const figuresOf = (view: Awaited<ReturnType<typeof recorded>>) =>
    [view?.measured, ...(view?.beside ?? [])].flatMap((figure) => figure ?? []);

  test('every item has numbers or says plainly that none are recorded', async () => {
    const withNumbers = [];
    const without = [];
    for (const { number, recordsShow } of fidelityScale2008.items) {
      const view = await recorded(number);
      if (figuresOf(view).length > 0) withNumbers.push([number, view?.notRecorded, view?.askFor]);
      else
        without.push([
          view?.notRecorded?.endsWith('.'),
          view?.askFor === recordsShow,
          view?.values,
        ]);
    }
    const items = [1, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24];
    expect(withNumbers).toEqual(items.map((number) => [number, null, null]));
    expect(without).toEqual(Array.from({ length: 14 }, () => [true, true, null]));
  });

  test('a team without records is told in words, and nothing can be taken but that there are no jobs', async () => {
    const { emptyReviewId } = made();
    const taken = [];
    for (const { number } of fidelityScale2008.items) {
      const view = await recorded(number, emptyReviewId);
      for (const figure of figuresOf(view)) {
        expect([number, figure.number]).toEqual([number, null]);
        expect(figure.made).toMatch(/^(No|Nobody|Month ends missing)\b.*\.$/);
      }
      if (view?.values) taken.push([number, view.values]);
    }
    expect(taken).toEqual([[21, { measured: '', cases: '0' }]]);
  });

  test('a visit that is still to come is measured up to today', async () => {
    const { comingReviewId } = made();
    expect(await recorded(1, comingReviewId, '2026-07-15')).toMatchObject({
      upTo: 'Up to 15 July 2026, today: the visit is not over.',
      measured: { period: '31 January 2026 to 30 June 2026' },
    });
    expect(await recorded(1, comingReviewId, '2026-08-06')).toMatchObject({
      upTo: 'Up to 6 August 2026, the last visit day.',
    });
  });

  test('after signing off its reviewers are others to the team and see none of them', async () => {
    expect(await recorded(1, made().signedOffReviewId)).toBeNull();
  });
});

describe('the setting for item 17', () => {
  test('counts particular clients only from its day on, and says so', async () => {
    const database = await databaseWithReferenceData();
    try {
      const { db } = database;
      const team = await aTeam(db);
      const reviewer = await aUser(db, 'reviewer');
      const [before, after] = [
        await anOpenReview(db, team.id, [{ userId: reviewer.id }], { lastVisitDay: '2026-06-23' }),
        await anOpenReview(db, team.id, [{ userId: reviewer.id }], { lastVisitDay: '2026-06-24' }),
      ];
      const ben = await aSpecialist(db, team.id);
      await contactsOf(db, ben, 'strict', { day: '2026-05-06', count: 56 });
      const particular = { day: '2026-05-06', count: 28, forWhom: 'particular-client' } as const;
      await contactsOf(db, ben, 'strict', particular);
      const setting = { id: 'particular', key: 'item-17-contacts', validFrom: '2026-06-24' };
      await setUp(db, (trx) =>
        insertRows(trx, 'datedSettings', [{ ...setting, value: '"particular"', note: '' }]),
      );
      const [usual, strict] = [
        await itemPage(db, reviewer.id, before, 17),
        await itemPage(db, reviewer.id, after, 17),
      ];
      // 84 and 28 contacts in 11.2 working weeks
      expect(usual.recorded).toMatchObject({
        measured: { number: '7.5 a week' },
        values: { contactsBasis: 'all' },
        cautions: [
          expect.stringContaining('for clients in general are counted'),
          expect.anything(),
          expect.anything(),
        ],
      });
      expect(strict.recorded).toMatchObject({
        measured: { number: '2.5 a week' },
        beside: [{ number: '7.5 a week' }, expect.anything()],
        values: { contactsBasis: 'particular' },
        cautions: [
          expect.stringContaining('Only contacts for a particular client'),
          expect.anything(),
          expect.anything(),
        ],
      });
      expect([usual.initial.contactsBasis, strict.initial.contactsBasis]).toEqual([
        'all',
        'particular',
      ]);
    } finally {
      await database.close();
    }
  });
});
