import {
  anchors,
  bandRule,
  capping,
  countRule,
  levelRule,
  needed,
  percent,
  scoreOfFour,
  scoreOfSix,
  thresholds,
} from './scale-building.ts';
import type { ScaleItem } from './scale-types.ts';

const fixedTimeLimit = capping(
  'fixed-time-limit',
  'Support ends after a fixed time, whatever the client needs',
  4,
);

/** Items 12 to 25 of the scale of 7 January 2008, worded by us. */
export const servicesItems: ScaleItem[] = [
  {
    number: 12,
    key: 'benefits-advice',
    section: 'services',
    title: 'Work incentives planning (benefits advice)',
    definition:
      'Each client gets personal advice on what work does to benefits, before a job and whenever pay or hours change.',
    kind: 'level',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Advice on benefits is not easy to get.',
        'Clients are told whom to contact for advice, and no more.',
        'The employment specialist talks with each client about how benefits would change.',
        'Before a job starts, a trained person plans benefits with each client individually.',
        'A specially trained adviser plans with each client before a job starts and again when hours or pay change, and clients get help to report earnings.',
      ],
      'none',
    ),
    rule: levelRule(),
    recordsShow: 'Dates of benefits advice.',
    alcoholAndDrugs: null,
  },
  {
    number: 13,
    key: 'disclosure',
    section: 'services',
    title: 'Disclosure',
    definition:
      'Clients decide, with good information, whether and what an employer is told, and can decide again.',
    kind: 'count',
    sources: ['DOC', 'INT', 'OBS'],
    anchors: anchors(
      [
        'None of the four parts is in place.',
        'One of the four parts is in place.',
        'Two of the four parts are in place.',
        'Three of the four parts are in place.',
        'All four parts are in place.',
      ],
      'none',
    ),
    rule: countRule(
      {
        'never-a-condition': 'Nobody has to agree to disclosure to get help',
        'pros-and-cons': 'What speaks for and against it is talked through beforehand',
        'exact-wording': 'The exact words are talked through, with examples',
        'raised-again': 'The subject is raised more than once',
      },
      scoreOfFour,
    ),
    recordsShow: 'Dated conversations about disclosure and the decisions made.',
    alcoholAndDrugs:
      'One of the harder items in alcohol and drug treatment: what an employer may be told includes treatment and convictions.',
  },
  {
    number: 14,
    key: 'vocational-assessment',
    section: 'services',
    title: 'Ongoing, work-based vocational assessment',
    definition:
      'What a client can and wants to do is learnt in real jobs and kept in a profile that grows with every job.',
    kind: 'level',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Tests and work samples in an office come before any job.',
        'Clients go step by step through unpaid work or jobs set aside for them.',
        'Clients go straight into jobs, without a profile and without learning from a job that ends.',
        'A profile is made over two or three sessions and the team learns from jobs, but not in writing.',
        'A written profile is used to match client and job and is brought up to date with every job.',
      ],
      'none',
    ),
    rule: levelRule(),
    recordsShow: 'Updates of the profile after a job ends.',
    alcoholAndDrugs: null,
  },
  {
    number: 15,
    key: 'rapid-job-search',
    section: 'services',
    title: 'Rapid search for a competitive job',
    definition:
      'The client, or the employment specialist for the client, meets a first employer soon after programme entry.',
    kind: 'band',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'The first employer is met in person 271 days or more after programme entry, on average.',
        'The first employer is met in person 151 to 270 days after programme entry, on average.',
        'The first employer is met in person 61 to 150 days after programme entry, on average.',
        'The first employer is met in person 31 to 60 days after programme entry, on average.',
        'The first employer is met in person within 30 days of programme entry, on average, and the service keeps track of this.',
      ],
      [5],
    ),
    rule: bandRule({
      measuredLabel: 'Mean time from programme entry to the first employer met in person',
      measuredHow:
        'Clients who entered in the last six months and at least 30 days ago; a client for whom no employer has been met yet counts with the days so far.',
      unit: { suffix: ' days', largest: null },
      better: 'lower',
      thresholds: thresholds(30, 60, 150, 270),
      conditions: [needed('service-tracks', 'The service keeps track of these days', 4)],
    }),
    recordsShow: 'Days from programme entry to the first employer met in person.',
    alcoholAndDrugs: null,
  },
  {
    number: 16,
    key: 'individualised-job-search',
    section: 'services',
    title: 'Individualised job search',
    definition:
      'Employers are approached because of what a client wants and plans, not because of what happens to be vacant.',
    kind: 'band',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Less than 25% of employer contacts follow a client’s preferences and plan.',
        '25% to 49% of employer contacts follow a client’s preferences and plan.',
        '50% to 74% of employer contacts follow a client’s preferences and plan.',
        '75% to 89% of employer contacts follow a client’s preferences and plan.',
        '90% to 100% of employer contacts follow a client’s preferences and plan.',
      ],
      'none',
    ),
    rule: bandRule({
      measuredLabel: 'Share of employer contacts that follow a client’s preferences and plan',
      measuredHow: 'Employer contacts of the last 12 months.',
      unit: percent,
      better: 'higher',
      thresholds: thresholds(90, 75, 50, 25),
    }),
    recordsShow: 'Share of employer contacts tied to a client’s preference.',
    alcoholAndDrugs: null,
  },
  {
    number: 17,
    key: 'employer-contact-frequency',
    section: 'services',
    title: 'Job development: frequent employer contact',
    definition:
      'Each employment specialist meets, in person and for clients, people who hire or have a say in hiring. Every contact counts, also a second one with the same employer, with or without the client.',
    kind: 'band',
    sources: ['DOC', 'INT'],
    anchors: anchors(
      [
        'Fewer than 2 contacts in person a week for each specialist.',
        'At least 2 contacts in person a week for each specialist, or contacts are not kept track of.',
        'At least 4 contacts in person a week for each specialist, on a tracking form that the supervisor goes through monthly.',
        'At least 5 contacts in person a week for each specialist, on a tracking form that the supervisor goes through weekly.',
        'At least 6 contacts in person a week for each specialist (or twice the number of people looking for work when these are fewer than three), on a tracking form that the supervisor goes through weekly.',
      ],
      [5],
    ),
    rule: bandRule({
      measuredLabel: 'Employer contacts in person per specialist',
      measuredHow:
        'Contacts in person, with someone who hires or has a say in it, for clients looking for work, per working week of each specialist over the last 12 complete weeks; the mean over specialists.',
      unit: { suffix: ' a week', largest: null },
      better: 'higher',
      thresholds: thresholds(6, 5, 4, 2),
      perSpecialist: true,
      saysContactsBasis: true,
      fullFromJobSeekers: 3,
      conditions: [
        needed('tracking-form', 'Contacts are kept on a tracking form', 2),
        needed('monthly-review', 'The supervisor goes through the tracking form monthly', 2, [
          'weekly-review',
        ]),
        needed('weekly-review', 'The supervisor goes through the tracking form weekly', 3),
      ],
    }),
    recordsShow:
      'Employer contacts per specialist and working week, strict and in all modes, and the weeks signed off by the supervisor.',
    alcoholAndDrugs:
      'One of the harder items in alcohol and drug treatment, where meeting employers is new to many services.',
  },
  {
    number: 18,
    key: 'employer-contact-quality',
    section: 'services',
    title: 'Job development: quality of employer contact',
    definition:
      'Employment specialists build relationships with employers over several planned visits.',
    kind: 'level',
    sources: ['DOC', 'INT', 'OBS'],
    anchors: anchors(
      [
        'Specialists meet employers rarely, or only when an application is handed in.',
        'Specialists ask employers for openings and pass these on to clients.',
        'Specialists follow up advertised jobs: they introduce the service and ask for an interview for a client.',
        'Specialists meet employers whether or not there is a vacancy, and speak for clients’ strengths.',
        'Specialists build a relationship over several planned visits: they learn what the employer needs, explain what the service offers and match a client.',
      ],
      'none',
    ),
    rule: levelRule({ perSpecialist: true }),
    recordsShow: 'Employers met once, twice, and three or more times, and the purposes of visits.',
    alcoholAndDrugs:
      'One of the harder items in alcohol and drug treatment, where meeting employers is new to many services.',
  },
  {
    number: 19,
    key: 'diversity-of-jobs',
    section: 'services',
    title: 'Diversity of job types',
    definition: 'Clients start many different types of job.',
    kind: 'band',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Less than 50% of job starts are of different types.',
        '50% to 59% of job starts are of different types.',
        '60% to 69% of job starts are of different types.',
        '70% to 84% of job starts are of different types.',
        '85% to 100% of job starts are of different types.',
      ],
      'none',
    ),
    rule: bandRule({
      measuredLabel: 'Share of job starts of different types',
      measuredHow: 'Different types of job divided by job starts, over the last 12 months.',
      unit: percent,
      better: 'higher',
      thresholds: thresholds(85, 70, 60, 50),
      leastCases: { least: 5, label: 'job starts', scoreBelow: null },
    }),
    recordsShow: 'List of job starts with their types.',
    alcoholAndDrugs: null,
  },
  {
    number: 20,
    key: 'diversity-of-employers',
    section: 'services',
    title: 'Diversity of employers',
    definition: 'Clients start work with many different employers.',
    kind: 'band',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Less than 50% of job starts are with different employers.',
        '50% to 59% of job starts are with different employers.',
        '60% to 69% of job starts are with different employers.',
        '70% to 84% of job starts are with different employers.',
        '85% to 100% of job starts are with different employers.',
      ],
      'none',
    ),
    rule: bandRule({
      measuredLabel: 'Share of job starts with different employers',
      measuredHow: 'Different employers divided by job starts, over the last 12 months.',
      unit: percent,
      better: 'higher',
      thresholds: thresholds(85, 70, 60, 50),
      leastCases: { least: 5, label: 'job starts', scoreBelow: null },
    }),
    recordsShow: 'List of job starts with their employers.',
    alcoholAndDrugs: null,
  },
  {
    number: 21,
    key: 'competitive-jobs',
    section: 'services',
    title: 'Competitive jobs',
    definition:
      'Clients work in permanent jobs that anyone could have applied for, not in jobs set aside or short by design.',
    kind: 'band',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Less than 65% of current jobs are permanent and competitive, or there are fewer than ten current jobs.',
        '65% to 74% of current jobs are permanent and competitive.',
        '75% to 84% of current jobs are permanent and competitive.',
        '85% to 94% of current jobs are permanent and competitive.',
        'At least 95% of current jobs are permanent and competitive.',
      ],
      'none',
    ),
    rule: bandRule({
      measuredLabel: 'Share of current jobs that are permanent and competitive',
      measuredHow: 'Jobs that clients hold now.',
      unit: percent,
      better: 'higher',
      thresholds: thresholds(95, 85, 75, 65),
      leastCases: { least: 10, label: 'current jobs', scoreBelow: 1 },
    }),
    recordsShow: 'List of current jobs: permanent or not, competitive or not.',
    alcoholAndDrugs: null,
  },
  {
    number: 22,
    key: 'individualised-support',
    section: 'services',
    title: 'Individualised follow-along supports',
    definition:
      'Support in work fits the person and the job, and employer and practitioners have a part in it.',
    kind: 'level',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Most clients in work get no support.',
        'About half of clients in work get support of a narrow range.',
        'Most clients in work get support of a narrow range.',
        'Support is varied and fits job and person; employers get support when they ask.',
        'Support is varied and fits job and person; employers get support when they ask; clients get help with their careers, and practitioners share in the support.',
      ],
      'none',
    ),
    rule: levelRule(),
    recordsShow: 'Contacts with clients in work after the start of a job.',
    alcoholAndDrugs: null,
  },
  {
    number: 23,
    key: 'time-unlimited-support',
    section: 'services',
    title: 'Time-unlimited follow-along supports',
    definition:
      'Clients in work are seen in person early, often and for as long as they want, and support is stepped down by plan.',
    kind: 'level',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Clients are no longer met in person after the first month in work.',
        'Less than half of clients in work are met in person for at least four months.',
        'At least half of clients in work are met in person for at least four months.',
        'Clients are met in person weekly in the first month, then at least monthly for a year or more if they want it.',
        'Clients are met in person weekly in the first month, then at least monthly for a year or more if they want it; also in the week before and within three days after the start, and within three days of hearing that a job was lost; and support is stepped down by plan.',
      ],
      'none',
    ),
    rule: levelRule({ conditions: [fixedTimeLimit] }),
    recordsShow:
      'Contacts with clients in work after the start of a job, and closures by time limit.',
    alcoholAndDrugs: 'Cannot reach 5 where support has a fixed time limit.',
  },
  {
    number: 24,
    key: 'community-based-services',
    section: 'services',
    title: 'Community-based services',
    definition:
      'Employment specialists spend most of their scheduled hours out in the community, not in offices of the service.',
    kind: 'band',
    sources: ['DOC', 'INT', 'OBS'],
    anchors: anchors(
      [
        '30% or less of scheduled working hours are spent in the community.',
        'More than 30% and up to 39% of scheduled working hours are spent in the community.',
        '40% to 49% of scheduled working hours are spent in the community.',
        '50% to 64% of scheduled working hours are spent in the community.',
        'At least 65% of scheduled working hours are spent in the community.',
      ],
      [5],
    ),
    rule: bandRule({
      measuredLabel: 'Share of scheduled working hours spent in the community',
      measuredHow:
        'Hours as typed for each employment specialist; the share of contacts in the community is shown beside and proposes nothing.',
      unit: percent,
      better: 'higher',
      thresholds: [...thresholds(65, 50, 40), { score: 2, limit: 30, limitReaches: false }],
      perSpecialist: true,
    }),
    recordsShow: 'Share of contacts and meetings that took place in the community.',
    alcoholAndDrugs: null,
  },
  {
    number: 25,
    key: 'engagement-and-outreach',
    section: 'services',
    title: 'Assertive engagement and outreach',
    definition:
      'Clients who stop coming are sought out by the whole team, and nobody is closed for missed appointments or because time is up.',
    kind: 'count',
    sources: ['MIS', 'DOC', 'INT', 'OBS'],
    anchors: anchors(
      [
        'At most two of the six parts are in place.',
        'Three of the six parts are in place.',
        'Four of the six parts are in place.',
        'Five of the six parts are in place.',
        'All six parts are in place.',
      ],
      'none',
    ),
    rule: countRule(
      {
        'no-automatic-closure': 'Nobody is closed for missed appointments or at a fixed time limit',
        'attempts-recorded': 'Attempts to reach a client are recorded in a systematic way',
        'attempts-by-team': 'Members of the team make attempts, not the specialist alone',
        'several-visits': 'Several visits are made at home or in the community',
        'joint-visits': 'Employment specialist and practitioner make visits together',
        'family-contact': 'Family are contacted where that applies',
      },
      scoreOfSix,
      { notApplicableCounts: true, conditions: [fixedTimeLimit] },
    ),
    recordsShow: 'Attempts to reach a client after a missed meeting.',
    alcoholAndDrugs:
      'One of the harder items in alcohol and drug treatment. Cannot reach 5 where support has a fixed time limit.',
  },
];
