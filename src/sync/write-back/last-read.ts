import type { Answer, AnswerRef, Answers } from '../../wellarchitected/answers';
import type { SyncPorts } from '../ports';

/**
 * The ports of a run that reads no answer twice in a row: what was read last is as fresh as a second read would
 * be, as long as the run asks nobody anything in between. Whatever it calls, in Jira or in AWS, makes the next
 * read a real one.
 */
export function readingOnce<P extends SyncPorts>(ports: P): P {
  const { source, jira, writeBack } = ports;
  if (writeBack === undefined) return ports;
  const calls = () => source.calls() + jira.calls() + writeBack.answers.calls();
  return { ...ports, writeBack: { ...writeBack, answers: withLastRead(writeBack.answers, calls) } };
}

function withLastRead(answers: Answers, calls: () => number): Answers {
  let last: { readonly ref: AnswerRef; readonly answer: Answer; readonly at: number } | undefined;
  return {
    calls: () => answers.calls(),
    lastWriteAt: () => answers.lastWriteAt(),
    workload: () => answers.workload(),
    update: (ref, change) => answers.update(ref, change),
    async read(ref) {
      if (last?.at === calls() && isSame(last.ref, ref)) return last.answer;
      const answer = await answers.read(ref);
      last = { ref, answer, at: calls() };
      return answer;
    },
  };
}

function isSame(a: AnswerRef, b: AnswerRef): boolean {
  return a.lensAlias === b.lensAlias && a.questionId === b.questionId;
}
