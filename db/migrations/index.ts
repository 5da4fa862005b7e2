import type { Migration } from 'kysely';

import * as m0001 from './0001-teams-and-people.ts';
import * as m0002 from './0002-reviews-and-ratings.ts';
import * as m0003 from './0003-daily-work.ts';
import * as m0004 from './0004-definitions-and-cohorts.ts';
import * as m0005 from './0005-linkage.ts';
import * as m0006 from './0006-chart-baselines.ts';
import * as m0007 from './0007-retired-layouts.ts';
import * as m0008 from './0008-months-of-follow-up.ts';

/** Forward only, applied in this order. A migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-teams-and-people': m0001,
  '0002-reviews-and-ratings': m0002,
  '0003-daily-work': m0003,
  '0004-definitions-and-cohorts': m0004,
  '0005-linkage': m0005,
  '0006-chart-baselines': m0006,
  '0007-retired-layouts': m0007,
  '0008-months-of-follow-up': m0008,
};
