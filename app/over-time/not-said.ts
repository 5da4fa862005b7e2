/** What a reader might take a control chart to say, and it does not. */
export const notSaid = [
  'Why something changed. A signal is a reason to ask what was different, and the answer is not in the chart.',
  'Whether the level is high enough. The mean is what this team does, not what it should do.',
  'That nothing changed, where no rule is met: a small or slow change can stay between the limits.',
  'That something did change, where a rule is met: with this many months and rules, some charts signal by chance alone.',
  'How this team stands beside others: limits are made from its own months only.',
] as const;
