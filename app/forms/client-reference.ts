/** What a client's reference may not be: the ways in which people are named by mistake. */
const personal: readonly { pattern: RegExp; message: string }[] = [
  {
    pattern: /@/,
    message: 'The reference must not be an e-mail address',
  },
  {
    pattern: /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(\d[ -]?){6}[A-D]?$/i,
    message: 'The reference must not be a National Insurance number',
  },
  {
    pattern: /(^|\D)\d{3}[ -]?\d{3}[ -]?\d{4}(\D|$)/,
    message: 'The reference must not be an NHS number or another number of 10 digits',
  },
  {
    pattern: /(^|\D)\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4}|\d{2})(\D|$)/,
    message: 'The reference must not be a date of birth',
  },
  {
    pattern: /(^|\D)(19|20)\d{2}[-/. ]?(0[1-9]|1[0-2])[-/. ]?(0[1-9]|[12]\d|3[01])(\D|$)/,
    message: 'The reference must not be a date of birth',
  },
  {
    pattern: /(^|\D)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d{2}(\D|$)/,
    message: 'The reference must not be a date of birth',
  },
];

const longest = 20;

/** Why the reference is refused; undefined where it may be used. */
export function referenceProblem(reference: string): string | undefined {
  const text = reference.trim();
  if (text === '') return 'Enter a reference';
  const found = personal.find(({ pattern }) => pattern.test(text));
  if (found !== undefined) return found.message;
  if (!/^[A-Za-z0-9/-]+$/.test(text)) {
    return 'The reference must only have letters, numbers, hyphens and strokes, like LDS-0412';
  }
  if (!/\d/.test(text)) return 'The reference must have a number in it, so that it is no name';
  return text.length > longest
    ? `The reference must have ${longest} characters or fewer`
    : undefined;
}
