/** What the note under a picture says of teams that are not in it. */
export function leftOutWords(hidden: number, withoutInput: number, tooSmall: number): string[] {
  const teams = (count: number): string => `${count} ${count === 1 ? 'team' : 'teams'}`;
  return [
    ...(hidden === 0
      ? []
      : [
          `${teams(hidden)} left out of picture and table for everyone but the team itself, because the numbers are too small to show; the statistics include them.`,
        ]),
    ...(withoutInput === 0 ? [] : [`${teams(withoutInput)} without a known value.`]),
    ...(tooSmall === 0 ? [] : [`${teams(tooSmall)} with too few clients in the period, not used.`]),
  ];
}
