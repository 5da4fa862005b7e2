import { anchors, bandRule, levelRule, percent, thresholds } from './scale-building.ts';
import type { ScaleItem } from './scale-types.ts';

/** Items 1 to 3 of the scale of 7 January 2008, worded by us. */
export const staffingItems: ScaleItem[] = [
  {
    number: 1,
    key: 'caseload-size',
    section: 'staffing',
    title: 'Caseload size',
    definition:
      'Each full-time employment specialist has a caseload small enough to work actively with every client on it, whether looking for work or in work.',
    kind: 'band',
    sources: ['MIS', 'DOC', 'INT'],
    anchors: anchors(
      [
        '41 or more active clients for each full-time employment specialist.',
        '31 to 40 active clients for each full-time employment specialist.',
        '26 to 30 active clients for each full-time employment specialist.',
        '21 to 25 active clients for each full-time employment specialist.',
        'No more than 20 active clients for each full-time employment specialist.',
      ],
      'all',
    ),
    rule: bandRule({
      measuredLabel: 'Active clients per full-time employment specialist',
      measuredHow:
        'Clients open at the end of the month with a contact in the last 28 days, looking for work or in work, averaged over six month ends, divided by the full-time equivalents of the specialists and of the share in which a leader carries a caseload.',
      unit: { suffix: '', largest: null },
      better: 'lower',
      thresholds: thresholds(20, 25, 30, 40),
    }),
    recordsShow: 'Active clients per full-time employment specialist over the last six month ends.',
    alcoholAndDrugs: null,
  },
  {
    number: 2,
    key: 'employment-services-staff',
    section: 'staffing',
    title: 'Employment services staff',
    definition:
      'Employment specialists spend their working time on helping clients into work and in work, and not on other duties such as case management.',
    kind: 'band',
    sources: ['MIS', 'DOC', 'INT'],
    anchors: anchors(
      [
        'Less than 60% of specialists’ working time goes on employment help.',
        '60% to 74% of their working time goes on employment help.',
        '75% to 89% of their working time goes on employment help.',
        '90% to 95% of their working time goes on employment help.',
        'At least 96% of their working time goes on employment help.',
      ],
      [1, 5],
    ),
    rule: bandRule({
      measuredLabel: 'Share of specialists’ working time spent on employment help',
      measuredHow:
        'Working time on employment help as a share of all working time of the employment specialists, as reviewers find it in diaries, job descriptions and interviews.',
      unit: percent,
      better: 'higher',
      thresholds: thresholds(96, 90, 75, 60),
    }),
    recordsShow: null,
    alcoholAndDrugs: null,
  },
  {
    number: 3,
    key: 'vocational-generalists',
    section: 'staffing',
    title: 'Vocational generalists',
    definition:
      'One employment specialist stays with the client through all six phases: intake, engagement, assessment, finding and starting a job, job coaching, and continuing support in work.',
    kind: 'level',
    sources: ['MIS', 'DOC', 'INT', 'OBS'],
    anchors: anchors(
      [
        'Employment specialists do no more than pass people on to other services.',
        'Employment specialists have a caseload, but send clients elsewhere for the employment help itself.',
        'Employment specialists carry out one to four of the six phases themselves.',
        'Employment specialists carry out five of the six phases themselves.',
        'Employment specialists carry out all six phases themselves.',
      ],
      [1, 2, 3, 5],
    ),
    rule: levelRule(),
    recordsShow: null,
    alcoholAndDrugs: null,
  },
];
