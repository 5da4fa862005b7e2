/**
 * What reviewers write in the demo: for each item what they found where it is weak (1 or 2), middling (3) or strong
 * (4 or 5). No sentence is about a person.
 */
export const findings: readonly (readonly [weak: string, middling: string, strong: string])[] = [
  [
    'Caseloads are well above what a specialist can work with.',
    'Caseloads run a little high since a post fell vacant.',
    'Caseloads are small and spread evenly.',
  ],
  [
    'Specialists spend much of the week on keywork and duty cover.',
    'Some duty cover still falls to specialists.',
    'Nearly all working time goes on employment.',
  ],
  [
    'Clients are passed to other services for most of the way into work.',
    'Most phases are covered, job coaching is handed on.',
    'One specialist stays with the client through every phase.',
  ],
  [
    'Referrals come from many treatment teams in small numbers.',
    'Two teams supply most but not all of the caseload.',
    'Each specialist belongs to one or two treatment teams.',
  ],
  [
    'Contact with treatment staff is by e-mail and by chance.',
    'Weekly meetings are attended, records are kept apart.',
    'Specialists sit with the team and share in its decisions.',
  ],
  [
    'There is no regular contact with the Jobcentre.',
    'The Jobcentre is met every few weeks about clients.',
    'A named work coach is met on fixed days.',
  ],
  [
    'Specialists work on their own, leads are not shared.',
    'The group meets, cover is arranged case by case.',
    'The group meets weekly, shares leads and covers for each other.',
  ],
  [
    'Supervision is rare and about targets only.',
    'Supervision is regular, field visits are not.',
    'The leader supervises weekly and goes out with specialists.',
  ],
  [
    'Treatment staff hold back people thought not ready.',
    'Some practitioners still wait for abstinence.',
    'Whoever asks about work gets an appointment.',
  ],
  [
    'Work hardly comes up at intake or in reviews.',
    'Intake asks about work, reviews not always.',
    'Work is asked about early and often, and stories are on the walls.',
  ],
  [
    'Senior managers know little of the approach.',
    'A senior manager helps when asked.',
    'Senior managers follow progress and clear obstacles.',
  ],
  [
    'Clients hear of benefits advice only when they ask.',
    'Each client gets a first talk about benefits.',
    'A trained adviser goes through the figures before every start.',
  ],
  [
    'What to tell an employer is left to the client.',
    'Disclosure is discussed once and not written down.',
    'Disclosure is talked over more than once, with exact words.',
  ],
  [
    'Assessment ends before the search begins.',
    'Profiles are written, but rarely taken up again after a job.',
    'Profiles grow with each job and are used to match.',
  ],
  [
    'The first employer is met months after entry.',
    'First meetings with employers come in the second month.',
    'Employers are met within weeks of entry.',
  ],
  [
    'Contacts follow whatever vacancies are about.',
    'Most contacts fit the client’s plan.',
    'Contacts follow each client’s wishes closely.',
  ],
  [
    'Few employers are met in person in a week.',
    'Three or four employers are met in person in a usual week.',
    'Six or more employers are met each week, with a weekly look at the log.',
  ],
  [
    'Employers are approached when a form is due.',
    'Specialists ask for interviews, second visits are rare.',
    'Specialists come back to learn what an employer needs.',
  ],
  [
    'Most starts are in the same two kinds of job.',
    'Job types vary, warehouse work leads.',
    'Hardly two starts are in the same kind of job.',
  ],
  [
    'A few large employers take most clients.',
    'Two employers take a good part of the starts.',
    'Starts are with many different employers.',
  ],
  [
    'Many jobs are short-term agency work.',
    'About three in four jobs are permanent.',
    'Nearly all jobs are permanent and open to anybody.',
  ],
  [
    'Support fades once somebody starts.',
    'Most working clients get a monthly call.',
    'Support fits the job and the person, employers included.',
  ],
  [
    'Contact ends within weeks of the start.',
    'Half of those in work are seen for four months.',
    'Support goes on for a year and steps down by plan.',
  ],
  [
    'Most hours are spent at the service’s desks.',
    'About half of the hours are out in the community.',
    'Specialists are out for most of the week.',
  ],
  [
    'Cases are closed after two missed appointments.',
    'Missed appointments are followed up by text only.',
    'Several ways are tried, with the practitioner, before closing.',
  ],
];

/** How the finding was arrived at: added so that no two reasons of a review read alike. */
export const grounds = [
  'Interviews and records agree.',
  'Seen in the files looked at.',
  'The team leader showed how this is followed.',
  'Clients we spoke with described the same.',
  'Practitioners confirmed it.',
  'The last six months were looked at.',
  'One file said otherwise and was set aside.',
  'It held on both days.',
  'The written procedure says so and practice follows.',
  'It varies between specialists, the average counts.',
] as const;

/** Why a reviewer leaves the score that the rule proposes. */
export const departures = [
  'The number misses work that was seen on the day.',
  'One unusual month pulls the number, the rest of the period differs.',
  'The number holds, but a condition of the higher anchor was not shown.',
] as const;

export const evidenceNotes = {
  MIS: [
    'Monthly figures of the last half-year.',
    'Caseload list as at the month’s end.',
    'Contact log with weekly totals.',
    'List of starts with hours and employer.',
  ],
  DOC: [
    'Team handbook and supervision records.',
    'Ten files chosen by number.',
    'Minutes of the last three team meetings.',
    'Leaflets and the referral form.',
  ],
  INT: [
    'Interview with the team leader.',
    'Interviews with two specialists.',
    'Talk with treatment practitioners.',
    'Interviews with clients who agreed to one.',
  ],
  OBS: [
    'Weekly meeting of the group attended.',
    'Two visits to employers observed.',
    'Treatment team meeting attended.',
    'An appointment observed with consent.',
  ],
  ISP: [
    'Five employment plans read.',
    'Plans of clients in work compared with contacts.',
    'Plan and last three entries of each file.',
    'Plans written in the last quarter.',
  ],
} as const;

/** What is written where two reviewers came to different scores. */
export const agreements = [
  'We compared notes: the files decide.',
  'The second interview explains the difference; the agreed score follows the records.',
  'One of us had seen an older period. The recent one counts.',
  'Practice differs between specialists; the average is nearest to this.',
] as const;

/** Why an item was looked at in the way of alcohol and drug services. */
export const adaptation =
  'Clients of the treatment service often ask for no contact at home or through family; other ways were looked at.';
