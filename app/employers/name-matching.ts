/**
 * Tells whether a typed employer is one the team already has. People write one employer in many ways: case, "Ltd",
 * "&", punctuation, a postcode at the end or the address of its website.
 */

export interface KnownEmployer {
  id: string;
  name: string;
  postcode: string | null;
}

const legalForms = new Set(['ltd', 'limited', 'plc', 'llp', 'cic', 'inc', 'uk']);
const postcodePattern = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\s*$/i;
const domainPattern = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+)(?:\.[a-z]{2,})+\/?$/i;

/** The name without what people write differently: "The Café & Bar (UK) Ltd." gives "cafe and bar". */
export function employerNameKey(name: string): string {
  const words = (domainPattern.exec(name.trim())?.[1] ?? name)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’‘`]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const withoutArticle = words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
  return withoutLegalForm(withoutArticle).join(' ');
}

function withoutLegalForm(words: readonly string[]): string[] {
  let kept = [...words];
  while (kept.length > 1 && legalForms.has(kept.at(-1) ?? '')) kept = kept.slice(0, -1);
  return kept;
}

/** Takes a postcode off the end of what was typed: "Greggs, LS1 4AB" is Greggs at LS1 4AB. */
export function splitPostcode(typed: string): { name: string; postcode: string | null } {
  const match = postcodePattern.exec(typed.trim());
  const name = match === null ? typed.trim() : typed.trim().slice(0, match.index);
  const tidy = name.replace(/[\s,;(]+$/, '').trim();
  if (match === null || tidy === '') return { name: typed.trim(), postcode: null };
  return { name: tidy, postcode: `${match[1] ?? ''} ${match[2] ?? ''}`.toUpperCase() };
}

/**
 * Known employers that the typed one may be, likeliest first. Nothing is decided here: the person who typed is asked.
 */
export function employerMatches<Employer extends KnownEmployer>(
  typed: string,
  known: readonly Employer[],
  most = 5,
): Employer[] {
  const { name, postcode } = splitPostcode(typed);
  const key = employerNameKey(name);
  return known
    .map((employer) => ({ employer, likeness: likeness(key, postcode, employer) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted(
      (a, b) => b.likeness - a.likeness || a.employer.name.localeCompare(b.employer.name, 'en-GB'),
    )
    .slice(0, most)
    .map(({ employer }) => employer);
}

/** The known employer that was typed to the letter, if there is just one of that name: no question is needed. */
export function employerTypedExactly<Employer extends KnownEmployer>(
  typed: string,
  known: readonly Employer[],
): Employer | undefined {
  const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const same = known.filter(({ name }) => plain(name) === plain(typed));
  return same.length === 1 ? same[0] : undefined;
}

/** 0 for no likeness; a shared postcode counts by itself and lifts a likely name. */
function likeness(key: string, postcode: string | null, employer: KnownEmployer): number {
  const samePlace = postcode !== null && postcode === employer.postcode ? 1 : 0;
  return nameLikeness(key, employerNameKey(employer.name)) + samePlace;
}

function nameLikeness(one: string, other: string): number {
  const [a, b] = [compact(one), compact(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 4;
  if (hasStart(one, other) || hasStart(other, one)) return 2;
  const allowed = Math.min(a.length, b.length) >= 8 ? 2 : 1;
  return Math.min(a.length, b.length) >= 4 && editDistance(a, b) <= allowed ? 2 : 0;
}

const compact = (key: string) => key.replaceAll(' ', '');

/** Whether the one begins with the other's whole words: "tesco extra" begins with "tesco". */
function hasStart(longer: string, start: string): boolean {
  return start.length >= 3 && longer.startsWith(`${start} `);
}

/** Letters to add, drop or change to make one into the other; rows of the usual table, one at a time. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + change,
        ),
      );
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}

/** As it is shown in a list of choices. */
export function employerLabel({ name, postcode }: Omit<KnownEmployer, 'id'>): string {
  return postcode === null ? name : `${name}, ${postcode}`;
}
