/** What a post may carry, by its address. */
export interface BodyRule {
  types: readonly string[];
  maxBytes: number;
}

const MEGABYTE = 1024 * 1024;

const FORM: BodyRule = { types: ['application/x-www-form-urlencoded'], maxBytes: MEGABYTE };

/** Addresses that end in /import take a file beside their fields; the route reads it in parts, with its own limits. */
const IMPORT: BodyRule = {
  types: ['application/x-www-form-urlencoded', 'multipart/form-data'],
  maxBytes: 20 * MEGABYTE,
};

/** The one address that takes JSON: work that a browser kept while there was no connection. */
export const queuedWorkPath = '/queued-work';

const QUEUED_WORK: BodyRule = { types: ['application/json'], maxBytes: MEGABYTE };

/** Three files of a return, or one of identifiers, and their fields; as large as the setting says. */
const linkageUploads: readonly string[] = ['/linkage/import', '/linkage/extract'];

export function bodyRuleFor(path: string, linkageFileBytes = 0): BodyRule {
  if (linkageUploads.includes(path)) {
    return { types: IMPORT.types, maxBytes: 3 * linkageFileBytes + MEGABYTE };
  }
  if (path === queuedWorkPath) return QUEUED_WORK;
  return path.endsWith('/import') ? IMPORT : FORM;
}
