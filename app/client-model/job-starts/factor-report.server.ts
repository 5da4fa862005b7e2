import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import { TEAM_COLUMN, type ClientModelVariable } from '#scoring/outcomes/client-model.ts';
import type { LogisticFit } from '#scoring/statistics/logistic-result.ts';
import { NOT_KNOWN } from '#scoring/statistics/model-frame.ts';

import { TOO_FEW, type ReleasedClients } from '../released-clients.ts';
import { clientsOf, inSentence } from './category-words.ts';
import { estimateOf } from './estimates.server.ts';
import { readingOf } from './readings.ts';
import type { FactorReport, MainInterval, RateFigure, ReportRow } from './report.ts';
import type { TeamLabels } from './team-labels.server.ts';

/** What every factor of one model is told with. */
export interface Telling {
  fit: LogisticFit;
  released: ReleasedClients;
  /** The reference that each factor should have. */
  wanted: Readonly<Record<string, string>>;
  teams: TeamLabels;
  main: MainInterval;
}

export const tooFew =
  'Not shown: too few people, here or in a category that could be worked out from this one.';
export const referenceTooFew =
  'Not shown: the reference has too few people. Choose another reference.';
export const repeats = 'Left out of the model: it says what other variables say.';

/** Years by which ages are compared: one year makes no difference that anybody could see. */
const yearsOfAge = 10;

export function factorReport(variable: ClientModelVariable, telling: Telling): FactorReport {
  return variable.kind === 'numeric'
    ? measurementReport(variable, telling)
    : categoriesReport(variable, telling);
}

/** Years of age: no categories, so nobody to count. */
function measurementReport({ column, name }: ClientModelVariable, telling: Telling): FactorReport {
  const { fit, main } = telling;
  const estimate = estimateOf(fit, column, null, yearsOfAge);
  const label = `Each ${yearsOfAge} years older`;
  const row: ReportRow = {
    label,
    isReference: false,
    isOwnTeam: false,
    figure: null,
    estimate,
    withheld: estimate === null ? repeats : null,
    reading:
      estimate === null
        ? repeats
        : readingOf(
            `those ${yearsOfAge} years older`,
            `those ${yearsOfAge} years younger`,
            estimate,
            main,
          ),
  };
  return { key: column, name, kind: 'numeric', reference: null, rows: [row] };
}

interface Category {
  category: string;
  label: string;
  isReference: boolean;
  isOwnTeam: boolean;
  figure: Figure;
}

function categoriesReport(variable: ClientModelVariable, telling: Telling): FactorReport {
  const { column, name } = variable;
  const { fit, main } = telling;
  const categories = protectedCategories(variable, telling);
  const reference = categories.find(({ isReference }) => isReference);
  const rows = categories.map((one): ReportRow => {
    const { category, label, isReference, isOwnTeam, figure } = one;
    const row = { label, isReference, isOwnTeam, figure: rateFigure(figure), estimate: null };
    const without = (withheld: string): ReportRow => ({ ...row, withheld, reading: withheld });
    if (figure.status !== 'shown') return without(tooFew);
    if (isReference) {
      const words = `The reference: others are compared with ${clientsOf(column, name, label)}.`;
      return { ...row, withheld: null, reading: words };
    }
    if (reference?.figure.status !== 'shown') return without(referenceTooFew);
    const estimate = estimateOf(fit, column, category);
    if (estimate === null) return without(repeats);
    const [clients, others] = [label, reference.label].map((each) => clientsOf(column, name, each));
    const reading = readingOf(clients ?? '', others ?? '', estimate, main);
    return { ...row, estimate, withheld: null, reading };
  });
  const isMixed = column === TEAM_COLUMN && !telling.teams.areTold;
  return {
    key: column,
    name,
    kind: 'categorical',
    reference: reference?.label ?? null,
    rows: isMixed ? inOrderOfPicture(rows) : rows,
  };
}

/** The categories in the order of a page, with what may be shown of each. */
function protectedCategories(
  { column, categories: inOrder }: ClientModelVariable,
  { fit, released, wanted, teams }: Telling,
): Category[] {
  const used = fit.comparator[column];
  const reference = used === TOO_FEW ? wanted[column] : used;
  const isTeam = column === TEAM_COLUMN;
  const categories = (released.categories.get(column) ?? []).map(
    ({ category, figure }): Category => ({
      category,
      label: isTeam ? teams.labelOf(category) : labelOf(category),
      isReference: category === reference,
      isOwnTeam: isTeam && teams.isOwn(category),
      figure,
    }),
  );
  const place = ({ category, isReference }: Category): number => {
    if (isReference) return -2;
    return category === NOT_KNOWN ? Infinity : inOrder.indexOf(category);
  };
  return categories.toSorted(
    (a, b) => place(a) - place(b) || a.label.localeCompare(b.label, 'en-GB'),
  );
}

function labelOf(category: string): string {
  return category === NOT_KNOWN ? 'Not known' : category;
}

/** Marks without names: the order of their names, or of their ids, would say which they are. */
function inOrderOfPicture(rows: readonly ReportRow[]): ReportRow[] {
  const place = ({ isReference, isOwnTeam, estimate }: ReportRow): number => {
    if (isReference) return -2;
    if (isOwnTeam) return -1;
    return estimate?.oddsRatio ?? Infinity;
  };
  return rows.toSorted((a, b) => {
    const [first, second] = [place(a), place(b)];
    return first === second ? 0 : first - second;
  });
}

function rateFigure(figure: Figure): RateFigure | null {
  if (figure.status !== 'shown') return null;
  const { denominator, numerator, value, lower, upper } = figure;
  return { clients: denominator, jobStarts: numerator, rate: value, lower, upper };
}

/** Categories that outcomes are told apart by, as far as they may be named. */
export function separatedWords(
  { separated }: { separated: LogisticFit['separated'] },
  factors: readonly FactorReport[],
  labelOfCategory: (column: string, category: string) => string,
): string[] {
  const words = separated.map(({ term, category }) => {
    const factor = factors.find(({ key }) => key === term);
    if (factor === undefined) return term ?? 'the model as a whole';
    if (category === null) return inSentence(factor.name);
    return category === TOO_FEW
      ? `the categories of ${inSentence(factor.name)} with too few people to show`
      : `${inSentence(factor.name)}: ${labelOfCategory(factor.key, category)}`;
  });
  return [...new Set(words)];
}
