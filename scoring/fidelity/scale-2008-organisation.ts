import {
  anchors,
  bandRule,
  countRule,
  levelRule,
  percent,
  scoreOfFive,
  setting,
  thresholds,
} from './scale-building.ts';
import type { ScaleItem } from './scale-types.ts';

/** The anchors of an item with five components: each says how many are in place. */
const ofFive: [string, string, string, string, string] = [
  'At most one of the five parts is in place.',
  'Two of the five parts are in place.',
  'Three of the five parts are in place.',
  'Four of the five parts are in place.',
  'All five parts are in place.',
];

/** Items 4 to 11 of the scale of 7 January 2008, worded by us. */
export const organisationItems: ScaleItem[] = [
  {
    number: 4,
    key: 'integration-team-assignment',
    section: 'organisation',
    title: 'Integration of employment help with treatment through team assignment',
    definition:
      'Each employment specialist belongs to one or two treatment teams, and these supply the caseload.',
    kind: 'level-and-band',
    sources: ['MIS', 'DOC', 'INT', 'OBS'],
    anchors: anchors(
      [
        'The employment service runs apart from treatment.',
        'Specialists are attached to three or more treatment teams, or the clinicians they work with are not organised in teams, or one or two teams supply less than 50% of the caseload.',
        'One or two treatment teams supply 50% to 74% of the caseload.',
        'One or two treatment teams supply 75% to 89% of the caseload.',
        'One or two treatment teams supply 90% to 100% of the caseload.',
      ],
      [5],
    ),
    rule: bandRule({
      measuredLabel: 'Share of the caseload from each specialist’s two largest treatment teams',
      measuredHow:
        'For each employment specialist the share of the caseload that comes from that specialist’s two largest treatment teams, averaged over specialists with the caseload as weight.',
      unit: percent,
      better: 'higher',
      thresholds: thresholds(90, 75, 50),
      scoreOtherwise: 2,
      conditions: [
        setting('runs-apart', 'The employment service runs apart from treatment', 1),
        setting(
          'clinicians-not-in-teams',
          'The clinicians that specialists work with are not organised in teams',
          2,
        ),
        setting(
          'three-or-more-teams',
          'Specialists are attached to three or more treatment teams',
          2,
        ),
      ],
    }),
    recordsShow: 'Treatment teams of each specialist’s clients.',
    alcoholAndDrugs: null,
  },
  {
    number: 5,
    key: 'integration-team-contact',
    section: 'organisation',
    title: 'Integration of employment help with treatment through frequent team contact',
    definition:
      'Employment specialists are working members of the treatment team and share its meetings, decisions, records and rooms.',
    kind: 'count',
    sources: ['MIS', 'DOC', 'INT', 'OBS'],
    anchors: anchors(ofFive, 'all'),
    rule: countRule(
      {
        'weekly-meetings': 'The specialist goes to the treatment team’s meeting every week',
        'shared-decisions':
          'The specialist takes an active part there, and decisions about clients are made together',
        'shared-record': 'Employment records are kept in the client’s treatment record',
        'desk-with-team': 'The specialist’s desk is with the treatment team or next to it',
        'people-not-yet-referred':
          'The specialist helps the team to think of work for people who have not been referred yet',
      },
      scoreOfFive,
    ),
    recordsShow: 'Treatment team meetings attended and days spent at the treatment team’s base.',
    alcoholAndDrugs: null,
  },
  {
    number: 6,
    key: 'jobcentre-collaboration',
    section: 'organisation',
    title: 'Collaboration with Jobcentre Plus (vocational rehabilitation)',
    definition:
      'Employment specialists and Jobcentre Plus staff are in regular touch about the clients they share.',
    kind: 'level',
    sources: ['DOC', 'INT', 'OBS', 'ISP'],
    anchors: anchors(
      [
        'Contact about clients happens less than once a quarter, or never.',
        'Contact about clients happens at least once a quarter.',
        'Contact about clients happens at least once a month.',
        'Either planned meetings in person take place at least once a quarter, or contact about clients happens every week.',
        'Planned meetings in person take place at least once a month, and contact about clients happens every week.',
      ],
      'none',
    ),
    rule: levelRule(),
    recordsShow: 'Contacts with Jobcentre Plus.',
    alcoholAndDrugs: null,
  },
  {
    number: 7,
    key: 'vocational-unit',
    section: 'organisation',
    title: 'Vocational unit',
    definition:
      'At least two employment specialists and a leader work as one unit: group supervision about clients, shared leads and cover for one another.',
    kind: 'level',
    sources: ['MIS', 'INT', 'OBS'],
    anchors: anchors(
      [
        'Employment specialists do not form a unit.',
        'Specialists have the same supervisor, but do not meet as a group and do not cover for one another.',
        'Specialists have the same supervisor, talk about clients together every week and cover for one another.',
        'At least two specialists and a leader hold group supervision about clients two or three times a month, share leads and cover for one another.',
        'At least two specialists and a leader hold group supervision about clients every week, share leads and cover for one another.',
      ],
      'none',
    ),
    rule: levelRule(),
    recordsShow: null,
    alcoholAndDrugs: null,
  },
  {
    number: 8,
    key: 'supervisor-role',
    section: 'organisation',
    title: 'Role of the employment supervisor',
    definition:
      'A team leader builds specialists’ skills through supervision, work alongside them and outcomes, and keeps the link to treatment teams.',
    kind: 'count',
    sources: ['MIS', 'INT', 'DOC', 'OBS'],
    anchors: anchors(ofFive, 'none'),
    rule: countRule(
      {
        'full-time-leader':
          'One full-time leader has at most ten specialists and no other duty (a matching part of full time for fewer than ten)',
        'weekly-supervision': 'Supervision every week looks at the situations of clients',
        'treatment-team-links':
          'The leader keeps in touch with the leaders of treatment teams and goes to each team’s meeting at least once a quarter',
        'field-mentoring':
          'Once a month the leader goes out with specialists who are new or find it hard, and shows how to approach employers',
        'outcome-targets':
          'At least once a quarter the leader goes through outcomes with specialists and sets targets',
      },
      scoreOfFive,
    ),
    recordsShow: 'Signed-off weekly supervision and field mentoring.',
    alcoholAndDrugs: null,
  },
  {
    number: 9,
    key: 'zero-exclusion',
    section: 'organisation',
    title: 'Zero exclusion',
    definition:
      'Wanting to work is the only condition of entry: nobody is kept out for readiness, substance use, symptoms, convictions or missed appointments.',
    kind: 'level',
    sources: ['DOC', 'INT', 'OBS'],
    anchors: anchors(
      [
        'A formal policy keeps some people out.',
        'Most people cannot get in because they are thought not to be ready.',
        'Some people cannot get in because they are thought not to be ready.',
        'Nobody is kept out, but referrals are not sought widely.',
        'Everyone who wants work gets in, practitioners encourage it, referrals come from many sources, and help goes on when a job ends.',
      ],
      'none',
    ),
    rule: levelRule(),
    recordsShow: 'Referrals against access by group, and the reasons for referrals declined.',
    alcoholAndDrugs: null,
  },
  {
    number: 10,
    key: 'agency-focus',
    section: 'organisation',
    title: 'Agency focus on competitive employment',
    definition: 'The whole treatment service shows, asks about and measures ordinary paid work.',
    kind: 'count',
    sources: ['DOC', 'INT', 'OBS'],
    anchors: anchors(ofFive, 'none'),
    rule: countRule(
      {
        'intake-asks': 'Intake to the treatment service includes questions about work',
        'reviews-ask': 'Yearly or half-yearly reviews of treatment include questions about work',
        displays: 'Waiting areas display information about work and IPS',
        stories: 'Clients in work tell their stories to other clients and to staff',
        'rate-shared':
          'The employment rate is measured at least once a quarter and shared with leaders and staff',
      },
      scoreOfFive,
    ),
    recordsShow: null,
    alcoholAndDrugs: null,
  },
  {
    number: 11,
    key: 'executive-support',
    section: 'organisation',
    title: 'Executive team support',
    definition:
      'The people who run the treatment service know IPS, speak for it, check its quality and remove what stands in its way.',
    kind: 'count',
    sources: ['DOC', 'INT', 'OBS'],
    anchors: anchors(ofFive, 'none'),
    rule: countRule(
      {
        'know-principles': 'The executive director and the clinical director know the principles',
        'quality-assurance':
          'Quality assurance reviews IPS with this scale at least half-yearly until fidelity is high, then yearly, and acts on the findings',
        'steering-group': 'An executive takes part in a steering group for IPS',
        'chief-executive':
          'The chief executive tells all staff the goals for employment in the first six months and then every year',
        'barriers-heard':
          'The team leader takes barriers to executives at least twice a year and gets their help',
      },
      scoreOfFive,
    ),
    recordsShow: null,
    alcoholAndDrugs: null,
  },
];
