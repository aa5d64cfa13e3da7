/** Answers as they are before a run changes their choices: lists of AWS show neither notes of choices nor "None of these". */
import { mapInFlight } from '../../in-flight';
import { ANSWERS_IN_FLIGHT } from '../../wellarchitected/in-flight';
import type { Choose, Change } from '../../review-entries/entry';
import { UpstreamError } from '../../upstream-error';
import type { Answer } from '../../wellarchitected/answers';
import type { Review } from '../../wellarchitected/model';
import type { SyncPorts } from '../ports';
import { aliasOf } from '../write-back/plan-notes';
import { questionKey } from '../write-back/question-status';

/**
 * By `questionKey`; without those that AWS does not let be read, which the write itself will tell. One read for each
 * question that has such a change.
 */
export async function answersBefore(
  changes: readonly Change[],
  review: Review,
  { writeBack }: Pick<SyncPorts, 'writeBack'>,
): Promise<ReadonlyMap<string, Answer>> {
  if (writeBack === undefined) return new Map();
  const chooses = changes.filter((change): change is Choose => change.kind === 'choose');
  const questions = new Map(chooses.map(({ entry }) => [questionKey(entry.identity), entry.identity]));
  const found = await mapInFlight([...questions], ANSWERS_IN_FLIGHT, async ([key, identity]) => {
    const ref = { lensAlias: aliasOf(review, identity), questionId: identity.question ?? '' };
    try {
      return [[key, await writeBack.answers.read(ref)] as const];
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return [];
    }
  });
  return new Map(found.flat());
}
