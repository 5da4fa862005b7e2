/**
 * What stands under each heading of a table: counts of people, shares of them, averages over them, or nothing about people.
 * A heading in no list fails the test, so that whoever adds a column says what it holds.
 */
export type Kind = 'people' | 'share' | 'average' | 'no people';

const people = [
  ...['Clients', 'Job entries', 'Job starts', 'Started', 'Evidenced', 'First jobs', 'Not known'],
  ...['Clients (rounded)', 'Job entries (rounded)', 'Job starts (rounded)', 'Lost for this alone'],
  ...['Clients (rounded but for an own team)', 'Job entries (rounded but for an own team)'],
  ...['Clients in the model (rounded)', 'Job starts in the model (rounded)', 'Number of clients'],
  ...['With it, of base', '16 or more, of those with hours', 'Hours not recorded', 'All clients'],
  ...['16 hours or more', 'With hours recorded', 'Clients of the base', 'Number'],
  'Clients with the outcome',
  ...['Clients (rounded but for your own team)', 'Job entries (rounded but for your own team)'],
];

/** Of people; those beside counts are worked out anew from them. */
const shares = [
  ...['Rate', 'Rate (95%)', 'Plain rate', 'Job-entry rate', 'Share', 'Percentage'],
  ...['Share or mean', 'Percentage evidenced', 'Share of those with a meeting', 'Linked cohort'],
  ...['Of those who started', 'Of all clients', 'Percentage of starters so far', 'Previous'],
  ...['Percentage of all so far, Kaplan-Meier', 'Previous round', 'This round'],
];

const averages = [
  ...['Mean', 'Mean (days)', 'Mean (jobs)', 'Mean (pounds)', 'Days', 'Meetings a client'],
  ...['Meetings with clients', 'For each client', 'Meetings for each client in the month'],
];

/** Names, words, methods; ends of intervals; tests, models and their limits; teams, services, items and what was published. */
const noPeople = [
  ...['Definition', 'Period', 'Input', 'Team', 'Note', 'Study', 'Units', 'Result', 'Level', 'Step'],
  ...['Item', 'Reading', 'Population', 'Integration', 'Category', 'Variable', 'Clients of', 'Unit'],
  ...['Definition of a job start', 'Estimation', 'Intervals', 'Missing answers', 'Compared with'],
  ...['Reading (clients alike in every other variable)', 'Method', 'Question', 'Meetings counted'],
  ...['Turns meetings into job starts', 'Read with care', 'Region', 'Weeks', 'Meetings', 'Meaning'],
  ...[
    'Outcome and base',
    'Outcome',
    'Figure',
    'Jobs of',
    'Group',
    'By',
    'Why',
    'Joined',
    'Against',
  ],
  ...['Worksheet', 'Title', 'Note or shorthand', 'Clients who were', 'Breakdown', 'Test', 'Base'],
  ...['Kind of comparator', 'Interval', 'Adjustment', 'Statement', 'Where', 'What follows'],
  ...['Visit', 'Kind', 'Total and band', 'Benchmark', 'In force', 'Source', 'Setting', 'From'],
  ...['Band', 'Description', 'Checked', 'Version', 'Holds from', 'Correct it', 'Round', 'State'],
  ...['Linked on', 'Undo it', 'Layout', 'Groups', 'Column', 'Answers, as written in the file'],
  ...[
    'Browser',
    'Signed in',
    'Last used',
    'End it',
    'Section',
    'Month',
    'Follow-up month',
    'Clear',
  ],
  ...['Measure', 'Chart', 'Rules', 'What is counted', 'In the baseline', 'What the rules find'],
  ...['New baseline begun here, reason', 'Why there is no value', 'Agrees', 'Explanation'],
  ...[
    'Clear at 5% after adjustment',
    'Meaning or note',
    'When',
    'Who',
    'What',
    'Rating',
    'Criterion',
  ],
  // Ends of intervals, which follow from what they stand beside
  ...['95% interval', 'From, to', 'Lower end, 95%', 'Upper end, 95%', 'Plain rate 95% interval'],
  ...['Rate, lower', 'Rate, upper', 'Rate, 95% from', 'Rate, 95% to', 'Wald 95%', 'Profile 95%'],
  ...['Wald 95% interval', 'Profile 95% interval', 'Cluster-robust 95% interval'],
  'Average effect 95% interval',
  // Tests, models and their limits
  ...['Statistic', 'Estimate', 'Correlation', 'p', 'p adjusted', 'p, adjusted', 'Adjusted p', 'z'],
  ...['t', 'Tests adjusted over', 'Difference', 'Odds ratio', 'Check (beta-binomial)'],
  ...[
    'p (of the interval that readings go by)',
    'Average effect (percentage points)',
    'Cluster-robust 95%',
  ],
  ...[
    'Average effect, points',
    'Rate against the limits',
    'Ratio against the limits',
    'Expected rate',
  ],
  ...['Observed over expected (95%)', 'Standardised rate', 'Adjusted rate', 'Adjusted rate (95%)'],
  ...['Place (95%)', 'Expected job entries', 'Without meetings', 'With meetings', 'Change'],
  ...[
    'Change (95% interval)',
    'Without, same scale',
    'Mean over months',
    'Lower limit',
    'Upper limit',
  ],
  // Teams, services, contacts, items and reviews are no people
  ...['Teams', 'Services', 'Printed so far', 'Adds up to', 'Local authorities', 'Another source'],
  ...['Strict', 'All modes', 'Working weeks', 'Fidelity', 'Value', 'Score', 'Last review', 'Total'],
  ...['Items scored', 'Points', 'Employer contacts (strict)', 'Employer contacts (all modes)'],
  ...[
    'A working week',
    'Contacts a working week',
    'Contacts',
    'In all modes',
    'In person (strict)',
  ],
  ...[
    'Months',
    'Limits',
    'Baseline',
    'What there is to say',
    'By team 95%',
    'Where it stands',
    'Rated on',
  ],
  // Published by others
  ...['Published', 'Trial, IPS', 'Trial, usual support', 'Gap, low', 'Gap, high'],
  ...['Published, evidenced', 'Published, with the gap'],
  // From rounded counts alone
  ...['Lowest that rounding leaves open', 'Highest that rounding leaves open'],
  ...['Published, evidenced, within rounding', 'Published, with the gap, within rounding'],
  // The class of a team in words
  'Meetings of the first 60 days only',
  'Turns meetings into job starts, meetings of the first 60 days only',
  ...['Rule', 'Usual rule here', 'Published report', 'How they are compared'],
  ...['50% shown by', 'Month by whose end 50% is shown', 'Follow-up months'],
  ...['Chi-squared', 'Degrees of freedom'],
  ...['Table 1', 'What it counts', 'Access of people in treatment, another source'],
  'People in treatment with access, another source',
];

const patterns: readonly (readonly [RegExp, Kind])[] = [
  [/^By month \d+$/, 'share'],
  [/^Odds ratio with(out)? meetings(, same scale)?(, lower|, upper)?$/, 'no people'],
  [/^Average marginal effect with(out)? meetings(, lower|, upper)?$/, 'no people'],
  [/^(Change|Place|Adjusted rate|Rate|Observed over expected), /, 'no people'],
  [/^Observed over expected$/, 'no people'],
  [/^Evidenced [x/] \(1 [+-] gap\)(, low|, high)?$/, 'no people'],
  [/^(Services|Local authorities) so far, (printed|added|difference)$/, 'no people'],
  // The round before by its name, beside this one.
  [/^Data linkage of /, 'share'],
];

const known = new Map<string, Kind>([
  ...people.map((name) => [name, 'people'] as const),
  ...shares.map((name) => [name, 'share'] as const),
  ...averages.map((name) => [name, 'average'] as const),
  ...noPeople.map((name) => [name, 'no people'] as const),
]);

export function kindOf(heading: string): Kind | undefined {
  return known.get(heading) ?? patterns.find(([pattern]) => pattern.test(heading))?.[1];
}

/** The same for numbers in JSON, by the name of their field. */
const fieldsOfPeople = [
  ...['used', 'jobStarts', 'given', 'clients', 'alone', 'jobEntries', 'numerator', 'denominator'],
  ...['base', 'count', 'notRecorded', 'started'],
];

const otherFields = [
  ...[
    'parameters',
    'eventsPerParameter',
    'deviance',
    'aic',
    'chiSquared',
    'df',
    'p',
    'rate',
    'lower',
  ],
  ...[
    'upper',
    'oddsRatio',
    'value',
    'expectedRate',
    'expected',
    'ratio',
    'standardisedRate',
    'median',
  ],
  ...[
    'adjustedRate',
    'meanMeetings',
    'teamsHidden',
    'teamsNotEstimated',
    'level',
    'seed',
    'refits',
  ],
  ...[
    'separatedRefits',
    'failedRefits',
    'low',
    'high',
    'full',
    'complete',
    'incomplete',
    'adjusted',
  ],
  ...['intervention', 'control', 'atLowGap', 'atHighGap', 'figures', 'agree', 'published', 'month'],
  'countsRoundedTo',
  ...[
    'shareSoFar',
    'startedOfAll',
    'sitesNotShown',
    'difference',
    'statistic',
    'adjustedP',
    'mean',
  ],
  ...['testsAdjustedOver', 'sigma', 'number'],
  'halfByMonth',
  // Services and local authorities
  ...['services', 'cumulativeServices', 'servicesAdded', 'joined', 'access', 'printed', 'added'],
  ...['localAuthorities', 'cumulativeLocalAuthorities', 'localAuthoritiesAdded'],
];

const fields = new Map<string, Kind>([
  ...fieldsOfPeople.map((name) => [name, 'people'] as const),
  ...otherFields.map((name) => [name, 'no people'] as const),
]);

export function kindOfField(name: string): Kind | undefined {
  return fields.get(name);
}
