import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id (the package's own default) with the least memory and passes that OWASP accepts: about 8 ms here. */
const SETTINGS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), SETTINGS);
}

/** Made once for each process, of nothing anybody could type. */
let hashOfNobody: Promise<string> | undefined;

/**
 * True for the right password. An unknown account (undefined) takes the same time as a known one: otherwise the
 * answer's speed would tell which addresses have accounts.
 */
export async function isRightPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  hashOfNobody ??= hash('\u0000', SETTINGS);
  const isRight = await verify(passwordHash ?? (await hashOfNobody), normalised(password));
  return isRight && passwordHash !== undefined;
}

/** The same letters typed on another keyboard may arrive as other code points. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}
