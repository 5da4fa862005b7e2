import { judgedStatement } from '#scoring/outcomes/published/judged-statements.ts';
import { judgementWords, statementWords } from '#scoring/outcomes/published/judgement-words.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';
import { statements2025 } from '#scoring/outcomes/published/statements-2025.ts';

/** The published statements with what their own figures say: the same everywhere, so worked out once. */
export const judgedStatements = statements2025.map((statement) => ({
  title: statementWords(statement),
  where: statement.where,
  lines: judgementWords(judgedStatement(report2025, statement)),
}));
