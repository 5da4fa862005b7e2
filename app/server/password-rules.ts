/** Least and most characters of a new password. No rule about kinds of characters: length is what guards. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 128;

/** What guessers try first: the words of password lists, and those of this product and its field. */
const guessable = [
  'password',
  'passphrase',
  'passwort',
  'letmein',
  'welcome',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  'iloveyou',
  'administrator',
  'admin',
  'changeme',
  'secret',
  'monkey',
  'dragon',
  'football',
  'liverpool',
  'sunshine',
  'goldenthread',
  'golden',
  'thread',
  'individual',
  'placement',
  'employment',
  'specialist',
  'fidelity',
  'reviewer',
  'integration',
  'treatment',
  'recovery',
  'support',
  'ipsgrow',
  'ips',
  'ohid',
  'nhs',
  'england',
];

/** Fewer letters and digits than this beside guessable words carry a password no further. */
const LEAST_OF_ITS_OWN = 10;
const LEAST_DIFFERENT = 6;

/** What is wrong with a new password, in words for its field; undefined where nothing is. */
export function passwordProblem(
  password: string,
  { name = '', email = '' }: { name?: string; email?: string } = {},
): string | undefined {
  const { length } = Array.from(password.normalize('NFKC'));
  if (length < SHORTEST_PASSWORD) return `Use ${SHORTEST_PASSWORD} characters or more`;
  if (length > LONGEST_PASSWORD) return `Use ${LONGEST_PASSWORD} characters or fewer`;
  if (isGuessable(password, [...wordsOf(name), ...wordsOf(email)])) {
    return 'Choose a password that is harder to guess, such as four words that have nothing to do with each other';
  }
  return undefined;
}

function isGuessable(password: string, own: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < LEAST_DIFFERENT || isRepeated(plain) || isSequence(plain)) return true;
  let rest = withoutDisguise(plain.replaceAll(/\d{4,}/g, (run) => (isSequence(run) ? '' : run)));
  for (const word of [...guessable, ...own].sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(word, '');
  }
  return Array.from(rest).length < LEAST_OF_ITS_OWN;
}

/** Signs that stand for letters: guessers know them too. */
function withoutDisguise(text: string): string {
  const letters: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '@': 'a',
    $: 's',
    '!': 'i',
  };
  return Array.from(text, (sign) => letters[sign] ?? sign)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** One piece of up to eight characters over and over. */
function isRepeated(text: string): boolean {
  return /^(.{1,8})\1+.{0,7}$/su.test(text);
}

/** "abcdefghijklmno", "987654321098765": every step the same, with 0 after 9. */
function isSequence(text: string): boolean {
  const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const steps = codes.slice(1).map((code, i) => (code - (codes[i] ?? 0) + 10) % 10);
  return new Set(steps).size === 1;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3);
}
