import type { Population } from '#app/client-model/clients-question.server.ts';

/**
 * Whether a reader may belong to a team of a population, see its figures as they are and know its counts where others'
 * stand beside. The one decision for every page that shows teams: relations, figure 8, case mix and the model of job starts.
 *
 * The teams of the evaluation are a population of their own, which has ended (decision 0007): none of them is anybody's team here,
 * so each reader sees the same of them, and no team is hidden for the sake of what another's people might still know.
 */
export const haveReadersOwnTeam: Readonly<Record<Population, boolean>> = {
  records: true,
  evaluation: false,
};
