/** The days that figures are counted from. A figure always names its own. */
export const clocks: readonly { word: string; meaning: string }[] = [
  {
    word: 'Enrolment',
    meaning:
      'The first meaningful contact after a person agreed to IPS. Also called access or programme entry.',
  },
  {
    word: 'Engagement',
    meaning:
      'The vocational form completed at the second meeting. The outcomes contract counts from it.',
  },
  {
    word: 'Vocational profile',
    meaning:
      'The written profile of what a client wants and can do, on its own date. The evaluation’s curve of job starts runs from it.',
  },
  { word: 'Months engaged', meaning: 'The time a client has spent in IPS.' },
  {
    word: 'Follow-up',
    meaning:
      'From enrolment to 18 calendar months later, or to the day of the data linkage where that is sooner.',
  },
  { word: 'Period', meaning: 'A calendar half-year, or two that follow each other.' },
];
