import { namesEveryTeam, type VisitorName } from './expected-access.ts';
import { exactBooks, type Side } from './team-side.ts';
import { furtherTeams, nationalWords, scoreWords, type World } from './world.ts';

export interface Mark {
  /** What it would give away. */
  what: string;
  text: string;
  seenBy: readonly VisitorName[];
}

const reviewers = ['reviewer 1', 'reviewer 2'] as const;
const team = ['team leader', 'employment specialist'] as const;
const national = ['national reader', 'national analyst'] as const;
const administrator = ['administrator'] as const;
const host = ['host representative'] as const;

/** Texts that stand nowhere else, with those who may find them in an answer, wherever it is. */
export function marksOf({ sides: { own, other }, reviews }: World): Mark[] {
  const overview = [...national, ...administrator];
  return [
    ...marksOfTeam(own, 'own', {
      name: [...team, ...reviewers, ...host, ...overview],
      work: team,
      accounts: [...team, ...administrator],
      drafts: [...team, ...overview],
      ratings: [...team, ...host, ...overview],
      agreed: [...team, ...reviewers, ...overview],
      charts: [...team, ...reviewers, ...overview],
      exact: [...team, ...reviewers],
    }),
    ...marksOfTeam(other, 'other', {
      name: overview,
      work: [],
      accounts: administrator,
      drafts: overview,
      ratings: overview,
      agreed: overview,
      charts: overview,
      exact: [],
    }),
    { what: 'a further team', text: furtherTeams, seenBy: overview },
    { what: 'scores of reviewer 1', text: scoreWords.first, seenBy: ['reviewer 1'] },
    { what: 'scores of reviewer 2', text: scoreWords.second, seenBy: ['reviewer 2'] },
    { what: 'scores of a third reviewer', text: scoreWords.third, seenBy: [] },
    { what: 'scores both have submitted', text: scoreWords.both, seenBy: reviewers },
    { what: 'an open review', text: reviews.blind, seenBy: [...reviewers, ...administrator] },
    { what: 'another open review', text: reviews.unassigned, seenBy: administrator },
    { what: 'a meeting note', text: nationalWords.note, seenBy: national },
    {
      what: 'a benchmark',
      text: nationalWords.benchmark,
      seenBy: [...team, ...reviewers, ...overview],
    },
  ];
}

type Part = 'name' | 'work' | 'accounts' | 'drafts' | 'ratings' | 'agreed' | 'charts' | 'exact';

function marksOfTeam(
  { words, ids, ratings, hostServiceId }: Side,
  whose: 'own' | 'other',
  seenBy: Record<Part, readonly VisitorName[]>,
): Mark[] {
  const texts: Record<Part, Record<string, string | undefined>> = {
    name: { name: words.team, address: ids.teamId, 'host service': words.host },
    work: {
      client: words.client,
      'client’s address': ids.clientId,
      employer: words.employer,
      'employer’s address': ids.employerId,
      specialist: words.specialist,
      'specialist’s address': ids.specialistId,
      contact: words.contactNote,
      'contact’s address': ids.contactId,
      job: words.jobType,
    },
    accounts: { account: words.account },
    drafts: { 'draft rating': words.draftEvidence, 'draft’s address': ratings.draft },
    ratings: { rating: words.evidence },
    agreed: { 'signed-off review': words.agreedReason },
    charts: { 'new baseline': words.baselineReason },
    exact: { 'exact count': String(exactBooks[whose]) },
  };
  const parts = Object.entries(texts) as [Part, Record<string, string | undefined>][];
  return [
    ...parts.flatMap(([part, marks]) =>
      Object.entries(marks).map(([what, text = '']) => ({
        what: `${whose} team’s ${what}`,
        text,
        seenBy: seenBy[part],
      })),
    ),
    { what: `${whose} host service’s address`, text: hostServiceId, seenBy: administrator },
  ];
}

const teamNames = ['other team’s name', 'other team’s address', 'a further team'];

/** Whether a text stands in an answer. A number may stand in a random identifier by chance, which shows nothing. */
export function shows(answer: string, text: string): boolean {
  if (!answer.includes(text)) return false;
  return !/^\d+$/.test(text) || new RegExp(`(?<![\\w-])${text}(?![\\w-])`).test(answer);
}

/** What an answer gives away to somebody it should not; what they sent themselves is no news. */
export function givenAway(
  marks: readonly Mark[],
  answer: string,
  { visitor, route, sent }: { visitor: VisitorName; route: string; sent: string },
): string[] {
  const mayChooseTeam = namesEveryTeam[route]?.includes(visitor) ?? false;
  return marks
    .filter(
      ({ text, seenBy }) =>
        !seenBy.includes(visitor) && shows(answer, text) && !sent.includes(text),
    )
    .filter(({ what }) => !(mayChooseTeam && teamNames.includes(what)))
    .map(({ what }) => `gives away ${what}`);
}
