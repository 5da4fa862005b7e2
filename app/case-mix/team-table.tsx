import { Table } from '#app/components/govuk/table.tsx';

import type { PrintedTeam } from './printed-team.ts';
import { teamWords } from './row-words.ts';

/** A figure with its interval under it: half the columns, and still read as one. */
function WithInterval({ value, interval }: { value: string; interval: string }) {
  return (
    <>
      {value}
      <div className="gt-under">{interval}</div>
    </>
  );
}

/** Every team with what both pictures show of it. */
export function TeamTable({ teams }: { teams: readonly PrintedTeam[] }) {
  const areAdjusted = teams.some(({ adjustedRate }) => adjustedRate !== null);
  const arePlaced = teams.some(({ place }) => place !== null);
  return (
    <Table
      caption="Team by team"
      captionSize="m"
      wide
      small
      columns={[
        { heading: 'Team' },
        { heading: 'Clients', numeric: true },
        { heading: 'Job entries', numeric: true },
        { heading: 'Rate (95%)', numeric: true },
        { heading: 'Rate against the limits' },
        { heading: 'Expected rate', numeric: true },
        { heading: 'Observed over expected (95%)', numeric: true },
        { heading: 'Ratio against the limits' },
        { heading: 'Standardised rate', numeric: true },
        ...(areAdjusted ? [{ heading: 'Adjusted rate (95%)', numeric: true }] : []),
        ...(arePlaced ? [{ heading: 'Place (95%)', numeric: true }] : []),
      ]}
      rows={teams.map((team, index) => {
        const words = teamWords(team);
        return {
          key: String(index),
          cells: [
            team.team,
            words.clients,
            words.entries,
            <WithInterval key="rate" value={words.rate} interval={words.rateInterval} />,
            words.ratePosition,
            words.expectedRate,
            <WithInterval key="ratio" value={words.ratio} interval={words.ratioInterval} />,
            words.ratioPosition,
            words.standardisedRate,
            ...(areAdjusted
              ? [
                  <WithInterval
                    key="adjusted"
                    value={words.adjustedRate}
                    interval={words.adjustedInterval}
                  />,
                ]
              : []),
            ...(arePlaced ? [words.place] : []),
          ],
        };
      })}
    />
  );
}
