/** Addresses of the AWS view. A lens's alias may be an ARN, with slashes: it goes into the query. */

export interface ReviewPlace {
  readonly region: string;
  readonly workloadId: string;
  readonly lens: string;
}

export interface QuestionPlace extends ReviewPlace {
  readonly question: string;
}

export const CONSOLE = '/aws-console';

export function workloadPath({ region, workloadId }: Omit<ReviewPlace, 'lens'>): string {
  return `${CONSOLE}/${encodeURIComponent(region)}/${encodeURIComponent(workloadId)}`;
}

export function lensPath(place: ReviewPlace): string {
  return `${workloadPath(place)}/lens?${new URLSearchParams({ lens: place.lens }).toString()}`;
}

export function questionPath(place: QuestionPlace): string {
  const { lens, question } = place;
  return `${workloadPath(place)}/question?${new URLSearchParams({ lens, question }).toString()}`;
}
