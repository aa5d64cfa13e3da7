import type { Answer, AnswerRef, Answers } from '../../wellarchitected/answers';
import type { SyncPorts } from '../ports';

/** In milliseconds: what was read longer ago is read again, even where the run asked nobody anything since. */
const FRESH = 500;

/**
 * The ports of a run that reads no answer twice in a row: what was read just now is as fresh as a second read would
 * be, as long as the run asks nobody anything in between. Whatever it calls, in Jira or in AWS, makes the next
 * read a real one, and so does waiting.
 */
export function readingOnce<P extends SyncPorts>(ports: P): P {
  const { source, jira, writeBack } = ports;
  if (writeBack === undefined) return ports;
  const calls = () => source.calls() + jira.calls() + writeBack.answers.calls();
  return {
    ...ports,
    writeBack: { ...writeBack, answers: withLastRead(writeBack.answers, { calls, now: () => ports.now() }) },
  };
}

interface Run {
  readonly calls: () => number;
  readonly now: () => number;
}

function withLastRead(answers: Answers, { calls, now }: Run): Answers {
  let last: LastRead | undefined;
  const isFresh = ({ calls: then, at }: LastRead) => then === calls() && now() - at <= FRESH;
  return {
    calls: () => answers.calls(),
    lastWriteAt: () => answers.lastWriteAt(),
    workload: () => answers.workload(),
    ready: () => answers.ready(),
    update(ref, change) {
      last = undefined;
      return answers.update(ref, change);
    },
    async read(ref) {
      if (last && isFresh(last) && isSame(last.ref, ref)) return last.answer;
      const answer = await answers.read(ref);
      last = { ref, answer, calls: calls(), at: now() };
      return answer;
    },
  };
}

interface LastRead {
  readonly ref: AnswerRef;
  readonly answer: Answer;
  readonly calls: number;
  readonly at: number;
}

function isSame(a: AnswerRef, b: AnswerRef): boolean {
  return a.lensAlias === b.lensAlias && a.questionId === b.questionId;
}
