import { Inline } from '@atlaskit/primitives/compiled';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { useProjectKey } from '../../bridge/use-page-context';
import { refresh } from '../../data/answers';
import { AskFirst } from '../../components/ask-first';
import { projectSettingsTexts } from '../../texts/project-settings';

/** Unlinks a workload of which nothing can be read but the id of its record. */
export function UnlinkUnreadable({ id }: { readonly id: string }) {
  const projectKey = useProjectKey();
  const own = projectSettingsTexts.linked;
  const unlink = async () => {
    await call('workload.unlinkUnreadable', { projectKey, id });
    tell(own.unlinked);
    refresh('workload.linked');
  };
  return (
    <Inline shouldWrap>
      <AskFirst
        verb={own.unlink}
        name={own.unlinkOf({ name: id })}
        question={own.confirmTitle({ name: id })}
        work={unlink}
      >
        <p>{own.confirmBody}</p>
      </AskFirst>
    </Inline>
  );
}
