import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A hash of the files at these paths below `root`, folders with all they hold: another text or name, another hash. */
export function sourceFingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((one) => filesAt(root, one)).toSorted()) {
    // Line ends differ from system to system, what the file says does not.
    const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
    hash.update(JSON.stringify([path.replaceAll('\\', '/'), text]));
  }
  return hash.digest('hex');
}

function filesAt(root: string, path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesAt(root, join(path, name)));
}
