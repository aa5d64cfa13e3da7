/**
 * Whoever reads a whole review leaves its risks for the pages, and for events which questions there are: a run, and a
 * preview as well.
 */
import type { Clock } from '../clock';
import { ahead, whenAll } from '../in-flight';
import type { Review } from '../wellarchitected/model';
import type { KnownQuestions } from './known-questions';
import type { KnownReview, ReviewMemory } from './review-memory';

export interface RememberPorts {
  readonly reviewMemory: Pick<ReviewMemory, 'open'>;
  readonly knownQuestions: Pick<KnownQuestions, 'open'>;
  readonly clock: Clock;
}

/** What can read a whole review. */
interface ReviewReader {
  review(workloadArn: string): Promise<Review>;
}

/** As `source`; that something could not be stored is logged and stops nobody. */
export function remembering<S extends ReviewReader>(source: S, ports: RememberPorts): S {
  const { reviewMemory, knownQuestions, clock } = ports;
  return {
    ...source,
    async review(workloadArn: string) {
      const readAt = clock.now();
      const opened = ahead(whenAll([reviewMemory.open(workloadArn), knownQuestions.open(workloadArn)]));
      const review = await source.review(workloadArn);
      try {
        const [saveRisks, saveQuestions] = await opened;
        await whenAll([saveRisks(risksOf(review, readAt)), saveQuestions(questionsOf(review))]);
      } catch {
        // eslint-disable-next-line no-console -- the platform's log
        console.warn('Risks or questions of a review were not stored');
      }
      return review;
    },
  };
}

function questionsOf({ lenses }: Review): readonly string[] {
  return lenses.flatMap(({ pillars }) => pillars.flatMap(({ questions }) => questions.map(({ id }) => id)));
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
