import type { FieldError } from '#app/forms/form-values.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listReviewers, listTeamsToReview, type NewReview } from '#db/queries/reviews.ts';
import { listScaleVersions } from '#db/queries/scale-versions.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export interface SetUpChoice {
  value: string;
  label: string;
}

export interface SetUpChoices {
  teams: SetUpChoice[];
  scaleVersions: SetUpChoice[];
  reviewers: SetUpChoice[];
}

/** What the set-up form offers. */
export async function setUpChoices(db: Db, today: string): Promise<SetUpChoices> {
  const teams = await listTeamsToReview(db, today);
  const versions = await listScaleVersions(db);
  const reviewers = await listReviewers(db);
  return {
    teams: teams.map(({ id, name }) => ({ value: id, label: name })),
    scaleVersions: versions.map(({ id, name, validFrom }) => ({
      value: id,
      label: `${name} (from ${formatDay(validFrom)})`,
    })),
    reviewers: reviewers.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** What was chosen must have been offered: the browser's word is not enough. */
export function choiceErrors(choices: SetUpChoices, review: NewReview): FieldError[] {
  const isOffered = (offered: readonly SetUpChoice[], id: string) =>
    offered.some(({ value }) => value === id);
  const checks: [isFine: boolean, error: FieldError][] = [
    [isOffered(choices.teams, review.teamId), { field: 'teamId', message: 'Select the team' }],
    [
      isOffered(choices.scaleVersions, review.scaleVersionId),
      { field: 'scaleVersionId', message: 'Select the version of the scale' },
    ],
    [
      isOffered(choices.reviewers, review.leadReviewerId),
      { field: 'leadReviewerId', message: 'Select the lead reviewer' },
    ],
    [
      review.otherReviewerIds.every((id) => isOffered(choices.reviewers, id)),
      { field: 'otherReviewerIds', message: 'Select reviewers from the list' },
    ],
  ];
  return checks.filter(([isFine]) => !isFine).map(([, error]) => error);
}
