import { Inline } from '@atlaskit/primitives/compiled';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { AskFirst } from '../../components/ask-first';
import { refresh } from '../../data/answers';
import { adminTexts } from '../../texts/admin';
import type { Partition } from '../../../../../src/contract';

/** Forgets the site's own key of one part of AWS. */
export function DeleteKey({ partition }: { readonly partition: Partition }) {
  const own = adminTexts.keys;
  const remove = async () => {
    await call('accessKey.delete', { partition });
    tell(own.deleted);
    // A key that came with the app may replace it, and connections may stop.
    refresh('accessKey.list', 'connection.list');
  };
  return (
    <Inline shouldWrap>
      <AskFirst
        verb={own.remove}
        name={own.removeOf({ where: own.partition[partition] })}
        question={own.confirmTitle}
        work={remove}
      >
        <p>{own.confirmBody}</p>
      </AskFirst>
    </Inline>
  );
}
