import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';
import { outcomesReport } from '#scoring/outcomes/report/outcomes-report.ts';
import { defineSubject } from './command/subject.ts';
import { namedCohort } from './outcomes/client-outcomes.ts';
import { clientColumnKind } from './outcomes/layouts.ts';
import { matchingOf, outcomesOptions, referencesOf } from './outcomes/outcomes-options.ts';
import { outcomesText } from './outcomes/outcomes-text.ts';
import { readLinkage } from './outcomes/read-linkage.ts';
import { writeOutcomesFiles } from './outcomes/write-files.ts';

const method =
  'Outcomes within 18 calendar months of enrolment or up to linkage, of clients enrolled at least 9 months before it. Shares with Wilson intervals, means with t intervals; groups compared by pooled two-proportion z (Newcombe interval) and Welch’s t, p values adjusted by Holm’s method; first jobs by Kaplan-Meier and a two-level monthly hazard.';

/** Said wherever the figures are. */
const notProtected =
  'Small numbers are not protected: these are exact figures of the reader’s own data. Protect them before anything is published.';

/** The analysis of a linkage round, from files of the standard layouts to every table of the report. */
export const outcomes = defineSubject({
  name: 'outcomes',
  summary:
    'Employment outcomes of linked clients: every table of the twice-yearly report, from clients, employment spells and payments.',
  file: 'clients.csv',
  moreFiles: [
    { name: 'employment.csv', isNeeded: true },
    { name: 'contributions.csv', isNeeded: false },
  ],
  options: outcomesOptions,
  analyse: async (path, question, [employmentPath = '', contributionsPath]) => {
    const { linkageDate, firstEnrolment, lastEnrolment } = question;
    const matching = matchingOf(question);
    const linkage = await readLinkage(
      { clients: path, employment: employmentPath, contributions: contributionsPath },
      linkageDate,
    );
    const rules = { ...followUpRules2025, firstEnrolment, lastEnrolment };
    const cohort = namedCohort(linkage.records, linkageDate, rules);
    const report = outcomesReport(cohort.included, {
      matching,
      fewestClientsOfSite: question.fewestClientsOfSite,
      references: referencesOf(question.reference, cohort.included),
      level: question.level,
    });
    const written =
      question.out === null
        ? null
        : await writeOutcomesFiles(question.out, cohort, report, question, [notProtected, method]);
    const { clients, employment, contributions } = linkage;
    return {
      table: {
        rows: clients.rows,
        used: clients.columns.map((name) => ({ name, kind: clientColumnKind(name) })),
      },
      method,
      result: {
        status: cohort.included.length === 0 ? 'nobody' : 'computed',
        smallNumbers: notProtected,
        employment,
        contributions,
        included: cohort.included.length,
        excluded: cohort.excluded,
        ...report,
        clients: question.clients ? cohort.lines : null,
        written,
      },
      warnings: [
        ...linkage.warnings,
        ...(matching !== null && matching.matched !== clients.rows
          ? [`--matched is ${matching.matched}, but ${clients.file} has ${clients.rows} clients`]
          : []),
      ],
      text: [
        ...outcomesText(cohort, report),
        notProtected,
        ...(written === null ? [] : [`Files: ${written.length} written to ${question.out}`]),
      ],
    };
  },
});
