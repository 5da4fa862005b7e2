import { disclosedCount } from '#scoring/disclosure/disclosed-count.ts';
import { disclosedLeftOut } from '#scoring/disclosure/disclosed-left-out.ts';
import {
  disclosedProportion,
  hiddenFigure,
  type Figure,
} from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { GroupCounts } from '#scoring/disclosure/hidden-groups.ts';
import { hiddenInReleases } from '#scoring/disclosure/hidden-in-releases.ts';
import { roundedWeights } from '#scoring/disclosure/rounded-weights.ts';
import { wholeForReaders } from '#scoring/disclosure/whole-for-readers.ts';
import {
  clientModelVariables,
  OUTCOME_COLUMN,
  TEAM_COLUMN,
} from '#scoring/outcomes/client-model.ts';
import {
  NOT_KNOWN,
  type Answer,
  type MissingRule,
  type Table,
} from '#scoring/statistics/model-frame.ts';

import { clientSets, countsOf, unanswered, type ClientSet } from './client-sets.ts';

/** Stands in a column of the model for every category that is too small to show: there they are one. */
export const TOO_FEW = 'too few to show';

/** Column of how many clients a row stands for. */
export const WEIGHT_COLUMN = 'weight';

export interface ReleasedCategory {
  /** As it is in the table, NOT_KNOWN where there is no answer. */
  readonly category: string;
  readonly figure: Figure;
}

/** Clients left out because a variable is not known of them; null where too few to say. */
export interface LeftOut {
  readonly column: string;
  readonly clients: number | null;
  /** Of them, those left out for this variable alone. */
  readonly alone: number | null;
}

/** Clients as everybody may see them: what a model is fitted to, and what stands beside it. */
export interface ReleasedClients {
  readonly whole: Figure;
  readonly given: number | null;
  readonly leftOut: readonly LeftOut[];
  /** By column: the categories that somebody is in, and all hidden ones. */
  readonly categories: ReadonlyMap<string, readonly ReleasedCategory[]>;
  /** Weighted to the rounded counts, hidden categories made one. */
  readonly table: Table;
}

export interface ReleaseOptions {
  readonly missing: MissingRule;
  /** Columns of the model. */
  readonly variables: readonly string[];
  readonly policy: DisclosurePolicy;
  readonly teams: {
    /** Teams whose rate other pages hide. */
    readonly hidden: ReadonlySet<string>;
    /** Whether a reader may know the counts of one. */
    readonly knowThemselves: boolean;
    /** The team of the one reader whom this release is for: its clients keep their exact number. */
    readonly own?: string | undefined;
  };
}

/**
 * One protection of the clients for all models of them. Which categories are hidden does not depend on the choice of
 * variables, nor on the rule for missing answers; and the model is fitted to clients weighted to the rounded counts, so that
 * whatever is printed of it tells nothing of a category but those.
 */
export function releasedClients(
  table: Table,
  { missing, variables, policy, teams }: ReleaseOptions,
): ReleasedClients {
  const sets = clientSets(table, policy);
  const factors = clientModelVariables
    .filter(({ column, kind }) => kind === 'categorical' && variables.includes(column))
    .map(({ column }) => releasedFactor(table, column, { sets, missing, policy, teams }));
  const { rows, answered } = sets[missing];
  const outcome = Float64Array.from(rows, (row) => Number(table[OUTCOME_COLUMN]?.[row]));
  const isOwn = (row: number): number => (table[TEAM_COLUMN]?.[row] === teams.own ? 1 : 0);
  const weights = roundedWeights(
    outcome,
    factors.map(({ modelled }) => codesOf(modelled)),
    policy,
    teams.own === undefined ? undefined : Int32Array.from(rows, isOwn),
  );
  const kept = Object.entries(table).map(([column, answers]): [string, Answer[]] => [
    column,
    rows.map((row) => answers[row] ?? null),
  ]);
  return {
    whole: wholeOfTeams(table, rows, { policy, teams }),
    given: disclosedCount(table[OUTCOME_COLUMN]?.length ?? 0, policy).shown,
    leftOut: leftOutBy(table, answered, policy),
    categories: new Map(factors.map(({ column, categories }) => [column, categories])),
    table: {
      ...Object.fromEntries(kept),
      ...Object.fromEntries(factors.map(({ column, modelled }) => [column, modelled])),
      [WEIGHT_COLUMN]: weights,
    },
  };
}

interface Releasing extends Pick<ReleaseOptions, 'missing' | 'policy' | 'teams'> {
  sets: Record<MissingRule, ClientSet>;
}

interface ReleasedFactor {
  column: string;
  categories: ReleasedCategory[];
  /** The column of the model, a row each. */
  modelled: Answer[];
}

function releasedFactor(
  table: Table,
  column: string,
  { sets, missing, policy, teams }: Releasing,
): ReleasedFactor {
  const narrow = byCategory(table, column, sets['complete-cases'].rows);
  const wide = byCategory(table, column, sets['not-known-category'].rows);
  // Who is in the narrow set is in the wide one, but there is nobody without an answer in it.
  const names = [...wide.keys()].filter((name) => name !== NOT_KNOWN);
  const hidden = hiddenInReleases(
    [narrow, wide].map((groups) => names.map((name) => groups.get(name) ?? nobody)),
    policy,
    column === TEAM_COLUMN
      ? { alsoHidden: placesOf(names, teams.hidden), groupsKnowThemselves: teams.knowThemselves }
      : {},
  );
  const isHidden = new Set(names.filter((_, place) => hidden[place]));
  const shown = missing === 'complete-cases' ? narrow : wide;
  // That nobody is in a hidden category would be told by leaving it out.
  const listed = [...wide.keys()].filter((name) => isHidden.has(name) || shown.has(name));
  const figureOf = (name: string): Figure => {
    const { numerator, denominator } = shown.get(name) ?? nobody;
    return isHidden.has(name) ? hiddenFigure : disclosedProportion(numerator, denominator, policy);
  };
  return {
    column,
    categories: listed.map((category) => ({ category, figure: figureOf(category) })),
    modelled: sets[missing].rows.map((row) => {
      const answer = table[column]?.[row] ?? null;
      return isHidden.has(String(answer)) ? TOO_FEW : answer;
    }),
  };
}

const nobody: GroupCounts = { numerator: 0, denominator: 0 };

function byCategory(
  table: Table,
  column: string,
  rows: readonly number[],
): Map<string, GroupCounts> {
  const inCategory = new Map<string, number[]>();
  for (const row of rows) {
    const name = String(table[column]?.[row] ?? NOT_KNOWN);
    const members = inCategory.get(name);
    if (members === undefined) inCategory.set(name, [row]);
    else members.push(row);
  }
  return new Map([...inCategory].map(([name, members]) => [name, countsOf(table, members)]));
}

function placesOf(names: readonly string[], some: ReadonlySet<string>): Set<number> {
  return new Set([...names.keys()].filter((place) => some.has(names[place] ?? '')));
}

/** Numbers for categories, in any order. */
function codesOf(answers: readonly Answer[]): Int32Array {
  const known = new Map<Answer, number>();
  for (const answer of answers) if (!known.has(answer)) known.set(answer, known.size);
  return Int32Array.from(answers, (answer) => known.get(answer) ?? 0);
}

/** All clients of the model, beside the rates of their teams on other pages. */
function wholeOfTeams(
  table: Table,
  rows: readonly number[],
  { policy, teams }: Pick<ReleaseOptions, 'policy' | 'teams'>,
): Figure {
  const groups = byCategory(table, TEAM_COLUMN, rows);
  return wholeForReaders([...groups.values()], policy, {
    alsoHidden: placesOf([...groups.keys()], teams.hidden),
    groupsKnowThemselves: teams.knowThemselves,
  });
}

function leftOutBy(table: Table, answered: readonly string[], policy: DisclosurePolicy): LeftOut[] {
  const all = Array.from({ length: table[OUTCOME_COLUMN]?.length ?? 0 }, (_, row) => row);
  const unknown = answered
    .map((column) => ({ column, rows: unanswered(table, column, all) }))
    .filter(({ rows }) => rows.length > 0);
  const times = new Map<number, number>();
  for (const { rows } of unknown) {
    for (const row of rows) times.set(row, (times.get(row) ?? 0) + 1);
  }
  return unknown.map(({ column, rows }) => ({
    column,
    clients: disclosedLeftOut(rows.length, policy),
    alone: disclosedLeftOut(rows.filter((row) => times.get(row) === 1).length, policy),
  }));
}
