/** Whoever reads a whole review leaves its risks for the pages: a run, and a preview as well. */
import type { Clock } from '../clock';
import type { Review } from '../wellarchitected/model';
import type { KnownReview, ReviewMemory } from './review-memory';

export interface RememberPorts {
  readonly reviewMemory: Pick<ReviewMemory, 'open'>;
  readonly clock: Clock;
}

/** What can read a whole review. */
interface ReviewReader {
  review(workloadArn: string): Promise<Review>;
}

/** As `source`; that the risks could not be stored is logged and stops nobody. */
export function remembering<S extends ReviewReader>(source: S, { reviewMemory, clock }: RememberPorts): S {
  return {
    ...source,
    async review(workloadArn: string) {
      const readAt = clock.now();
      const opened = reviewMemory.open(workloadArn);
      opened.catch(() => undefined);
      const review = await source.review(workloadArn);
      try {
        const save = await opened;
        await save(risksOf(review, readAt));
      } catch {
        // eslint-disable-next-line no-console -- the platform's log
        console.warn('Risks of a review were not stored');
      }
      return review;
    },
  };
}

/** What of a review is kept. Pure. @param readAt milliseconds since the epoch */
export function risksOf({ lenses }: Review, readAt: number): KnownReview {
  return {
    readAt,
    lenses: lenses.map(({ identity, alias, version, name, status = 'CURRENT', riskCounts, pillars }) => ({
      ...{ identity, alias, version, name, status, riskCounts },
      pillars: pillars.map((pillar) => ({ id: pillar.id, name: pillar.name, riskCounts: pillar.riskCounts })),
    })),
  };
}
