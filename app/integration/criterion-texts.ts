import type { CriterionText } from './criteria-form.tsx';

/** What each criterion asks and what its three ratings look like. */
export const criterionTexts: readonly CriterionText[] = [
  {
    key: 'co-location',
    title: 'Co-location',
    question: 'Do employment specialists work where treatment happens?',
    levels: [
      'They have no place of their own at the treatment service.',
      'They are there on some days, or away from the treatment team’s rooms.',
      'They have desks with or next to the treatment team and are there through the week.',
    ],
  },
  {
    key: 'team-meetings',
    title: 'Part in team meetings',
    question: 'Do they take part in the treatment team’s meetings?',
    levels: [
      'They are not part of the meetings.',
      'They come now and then, or listen without a part in decisions.',
      'They come to the regular meetings and help decide about shared clients.',
    ],
  },
  {
    key: 'shared-records',
    title: 'Shared records and IT',
    question: 'Do both sides see one record?',
    levels: [
      'Records and systems are separate.',
      'One side can see the other’s, or notes are copied by hand.',
      'Employment work is in the client’s treatment record and both sides use it.',
    ],
  },
  {
    key: 'culture',
    title: 'Culture',
    question: 'Is employment part of treatment for everyone?',
    levels: [
      'Practitioners decide who is ready before they refer.',
      'Some refer freely; others wait for a late point of treatment.',
      'Nobody holds referrals back, and work is raised at any point of treatment.',
    ],
  },
  {
    key: 'commissioner-support',
    title: 'Commissioner support',
    question: 'Does the commissioner of treatment back employment support?',
    levels: [
      'There is no contact, or employment is not among what is asked for.',
      'There is interest, without a place in contracts or meetings.',
      'Employment is asked for, discussed and followed up with the treatment provider.',
    ],
  },
];
