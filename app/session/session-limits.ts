/** A session ends after this long without a visit … */
export const IDLE_MINUTES = 30;

/** … and after this long in any case. */
export const LONGEST_HOURS = 12;

/** Visits are written down at most this often: a page is mostly read, and reads should not write. */
export const SEEN_EVERY_MINUTES = 1;

/** How long before the idle end a page says that it is near. */
export const WARNING_MINUTES = 2;
