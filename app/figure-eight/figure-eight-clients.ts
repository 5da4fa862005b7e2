import { landmarkDays } from '#app/client-model/client-table.server.ts';
import type { Population } from '#app/client-model/clients-question.server.ts';
import { releasedClients } from '#app/client-model/released-clients.ts';
import { haveReadersOwnTeam } from '#app/relations/who-knows-teams.ts';
import type { DisclosurePolicy, Viewer } from '#scoring/disclosure/disclosure-policy.ts';
import {
  clientModelVariables,
  MEETING_BAND_COLUMN,
  TEAM_COLUMN,
} from '#scoring/outcomes/client-model.ts';
import { LANDMARK_BAND, landmarkTable } from '#scoring/relations/landmark.ts';
import type { Table } from '#scoring/statistics/model-frame.ts';

import { landmarkColumns, type MeetingsCounted } from './figure-eight-terms.ts';

/** Whom clients are released to. */
export interface ReleasedTo {
  readonly population: Population;
  readonly policy: DisclosurePolicy;
  /** Teams whose rate other pages hide. */
  readonly hidden: ReadonlySet<string>;
  readonly teamId: string;
  /** 'own-team' knows the exact counts of the team that the figure is about. */
  readonly viewer: Viewer;
}

const columns = clientModelVariables.map(({ column }) => column);

/**
 * The clients that figure 8 is fitted to: the release behind "What goes with a job start", with every answer and all variables,
 * weighted to rounded counts, hidden categories made one. The team itself gets its own clients at their exact number, and
 * of the other teams no more than their sum. The landmark variant is released out of that release, so that what is hidden in the
 * wider one is hidden in the narrower; its bands stand in the place of those to date.
 */
export function figureEightClients(
  table: Table,
  meetings: MeetingsCounted,
  { population, policy, hidden, teamId, viewer }: ReleasedTo,
): Table {
  const isOwn = viewer === 'own-team';
  const options = {
    missing: 'complete-cases',
    variables: isOwn ? columns.filter((column) => column !== TEAM_COLUMN) : columns,
    policy,
    teams: {
      hidden,
      knowThemselves: haveReadersOwnTeam[population],
      own: isOwn ? teamId : undefined,
    },
  } as const;
  const toDate = releasedClients(table, options).table;
  if (meetings === 'to-date') return toDate;
  const { table: kept } = landmarkTable(toDate, landmarkColumns, landmarkDays);
  const bands = kept[LANDMARK_BAND] ?? [];
  return releasedClients({ ...kept, [MEETING_BAND_COLUMN]: bands }, options).table;
}
