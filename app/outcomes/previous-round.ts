/** The round before one, of rounds with the newest first. */
export function previousOf<Round extends { linkageDate: string }>(
  rounds: readonly Round[],
  round: Round | undefined,
): Round | undefined {
  return rounds.find(({ linkageDate }) => round !== undefined && linkageDate < round.linkageDate);
}
