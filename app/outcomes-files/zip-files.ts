import { strToU8, zipSync, type Zippable } from 'fflate';

export interface ZipEntry {
  readonly path: string;
  readonly text: string;
  /** Kept as it is, so that the kind of a file can be read without unpacking it. */
  readonly isStored?: boolean;
}

/** The strongest, which these small files can afford. */
const LEVEL = 9;

/** A zip file of texts in their order, each of one day: the same texts give the same bytes on every machine. */
export function zipFiles(entries: readonly ZipEntry[], date: string): Uint8Array {
  const files: Zippable = {};
  for (const { path, text, isStored = false } of entries) {
    files[path] = [strToU8(text), { level: isStored ? 0 : LEVEL }];
  }
  return zipSync(files, { mtime: localMidnight(date) });
}

/** Zip files hold local time, so the day is taken in the machine's own. */
function localMidnight(date: string): Date {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}
