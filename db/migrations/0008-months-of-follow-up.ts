import { sql, type Kysely } from 'kysely';

/**
 * Nobody's days of follow-up and year of enrolment are kept as such: beside the linkage date they tell the day of enrolment.
 * Months stay, days to and in work (which add up to the days of follow-up of whoever stayed in work to its end), and of each round the sums its means are made of, where they are not those of a few (scoring/outcomes/cohort).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['followUpDays', 'completeFollowUpDays']) {
    await db.schema
      .alterTable('linkedRounds')
      .addColumn(column, 'integer', (added) => added.check(sql`${sql.ref(column)} >= 0`))
      .execute();
  }
  await sql`
    update linked_rounds set
      follow_up_days = (
        select case when count(*) >= 8 then sum(person.follow_up_days) end
        from linked_people as person
        where person.round_id = linked_rounds.id),
      complete_follow_up_days = (
        select case
          when count(*) >= 8
            and sum(person.follow_up_complete) not between 1 and 7
            and sum(1 - person.follow_up_complete) not between 1 and 7
          then sum(person.follow_up_complete * person.follow_up_days) end
        from linked_people as person
        where person.round_id = linked_rounds.id)`.execute(db);
  for (const column of ['followUpDays', 'enrolmentYear']) {
    await db.schema.alterTable('linkedPeople').dropColumn(column).execute();
  }
}
