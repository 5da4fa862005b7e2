import type { Population } from '#app/client-model/clients-question.server.ts';
import type { FilterChoice } from '#app/components/filter-form.tsx';

import type { FigureEightReport } from './figure-eight-report.ts';

/** What the page prints: everything in it may be seen by its reader. */
export interface FigureEightView {
  population: Population;
  /** One that a population does not need is not there. */
  filters: FilterChoice[];
  /** The question as an address ends, for downloads. */
  address: string;
  /** The same address with meetings counted the other way. */
  otherMeetings: string;
  areTeamsNamed: boolean;
  result: FigureEightResult | { status: 'working'; takes: string };
}

export type FigureEightResult =
  | { status: 'report'; report: FigureEightReport; olderFrom: string | null }
  | { status: 'words'; words: string };

/** Whether a file may be made of it: it would hold for good that something is still being worked out. */
export function isFinished(result: FigureEightView['result']): result is FigureEightResult {
  if (result.status === 'report') return result.report.otherStatus !== 'working';
  return result.status === 'words';
}
