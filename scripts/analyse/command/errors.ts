/** The command was not used as its help says: exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** The file cannot be read, or does not hold what was asked for: exit code 1. */
export class UnusableData extends Error {
  override readonly name = 'UnusableData';
}
