/** Evidence written beside each criterion for 0, 1 and 2 points. */
export const criterionEvidence: Readonly<Record<string, readonly [string, string, string]>> = {
  'co-location': [
    'No desk at the treatment base; appointments are held elsewhere.',
    'A desk at the base two days a week.',
    'Specialists work from the treatment base on every working day.',
  ],
  'team-meetings': [
    'Not invited to the treatment team’s meetings.',
    'One specialist attends when there is room on the agenda.',
    'Specialists attend the weekly meeting and speak about shared clients.',
  ],
  'shared-records': [
    'Separate systems; a summary is sent on request.',
    'Records can be read, entries are sent by e-mail.',
    'Specialists read and write the treatment record.',
  ],
  culture: [
    'Referrals wait until a practitioner thinks the time is right.',
    'Most practitioners refer, some hold back early in treatment.',
    'Work is raised at any point of treatment and nobody holds referrals back.',
  ],
  'commissioner-support': [
    'The commissioner has not taken part so far.',
    'The commissioner asks for figures once a year.',
    'The commissioner chairs a joint meeting and follows up.',
  ],
};

export const levelReasons = [
  'Staff changes since the spring are not yet seen in the criteria.',
  'Two sites differ widely; the level is that of the larger one.',
] as const;
