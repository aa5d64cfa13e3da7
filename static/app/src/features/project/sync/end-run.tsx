import type { RunView } from '../../../../../../src/contract';
import { call } from '../../../bridge/invoke';
import { useProjectKey } from '../../../bridge/use-page-context';
import { AskFirst } from '../../../components/ask-first';
import { refresh } from '../../../data/answers';
import { projectTexts } from '../../../texts/project';

const { run: words } = projectTexts.sync;

/** Ends a run, for a person who does not want to wait for it or whom it keeps from another. */
export function EndRun({ run: { id: runId, mode } }: { readonly run: RunView }) {
  const projectKey = useProjectKey();
  const end = async () => {
    await call('sync.end', { projectKey, runId });
    refresh('sync.run');
    refresh('workload.linked');
  };
  return (
    <div>
      <AskFirst verb={words.end[mode]} question={words.endTitle[mode]} isSubtle work={end}>
        <p>{words.endBody[mode]}</p>
      </AskFirst>
    </div>
  );
}
