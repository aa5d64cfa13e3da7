import { Inline } from '@atlaskit/primitives/compiled';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { refresh } from '../../data/answers';
import { AskFirst } from '../../components/ask-first';
import { adminTexts } from '../../texts/admin';

/** Unlinks a workload of which nothing can be read but the id of its record, whosever it was. */
export function UnlinkUnreadable({ id }: { readonly id: string }) {
  const own = adminTexts.links;
  const unlink = async () => {
    await call('siteWorkload.unlinkUnreadable', { id });
    tell(own.unlinked);
    refresh('siteWorkload.list');
  };
  return (
    <Inline shouldWrap>
      <AskFirst
        verb={own.unlink}
        name={own.unlinkOf({ name: id })}
        question={own.confirmUnreadable({ id })}
        work={unlink}
      >
        <p>{own.stops}</p>
        <p>{own.stays}</p>
      </AskFirst>
    </Inline>
  );
}
