/** Addresses of the AWS view. A lens's alias may be an ARN, with slashes: it goes into the query. */

export interface ReviewAddress {
  readonly region: string;
  readonly workloadId: string;
  readonly lens: string;
}

export interface QuestionAddress extends ReviewAddress {
  readonly question: string;
}

export const CONSOLE = '/aws-console';

export function workloadPath({ region, workloadId }: Omit<ReviewAddress, 'lens'>): string {
  return `${CONSOLE}/${encodeURIComponent(region)}/${encodeURIComponent(workloadId)}`;
}

export function lensPath(address: ReviewAddress): string {
  return `${workloadPath(address)}/lens?${new URLSearchParams({ lens: address.lens }).toString()}`;
}

export function questionPath(address: QuestionAddress): string {
  const { lens, question } = address;
  return `${workloadPath(address)}/question?${new URLSearchParams({ lens, question }).toString()}`;
}
