/** Sites that were synced once, and what goes wrong on them. */
import { practice, question, smallReview } from '../../builders/review';
import { Site } from '../../builders/site';
import { UpstreamError } from '../../../src/upstream-error';
import { asReason } from '../../../src/reason';

export const SMALL = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p2')]),
  question('q2', 'HIGH', [practice('p3')]),
  question('q3', 'HIGH'),
);

/** 30 issues that all change with the risk of their question. */
export const WIDE = smallReview(
  question(
    'q1',
    'HIGH',
    Array.from({ length: 28 }, (_, nth) => practice(`p${nth}`)),
  ),
);

export function find(site: Site, question: string, choice?: string) {
  return site.board
    .all()
    .find(({ property }) => property?.question === question && property.choice === choice)!;
}

export function down(retryAfterSeconds?: number): UpstreamError {
  const details = { service: 'jira', code: '503', retryable: true } as const;
  return new UpstreamError(
    asReason('Jira is down'),
    retryAfterSeconds === undefined ? details : { ...details, retryAfterSeconds },
  );
}

/** A site after its first sync, its log of writes empty. */
export async function synced(review = SMALL): Promise<Site> {
  const site = new Site(review);
  await site.sync();
  site.jira.writes.length = 0;
  return site;
}
