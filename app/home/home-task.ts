/** One thing that waits for the person, with where to do it. */
export interface HomeTask {
  title: string;
  href: string;
  hint?: string;
  status: string;
  /** A state that asks for something soon stands out; colour is never the only sign. */
  stands?: 'out';
}

export interface HomeLink {
  href: string;
  text: string;
}

/** What the home page of a role shows: what needs doing first, then where to go. */
export interface HomePage {
  heading: string;
  intro: string;
  tasks: HomeTask[];
  /** Said when nothing waits. */
  nothing: string;
  /** The everyday actions, the first one most used. */
  actions: HomeLink[];
  links: HomeLink[];
}
