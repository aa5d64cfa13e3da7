import Lozenge from '@atlaskit/lozenge';
import { Inline } from '@atlaskit/primitives/compiled';
import '../../components/cards.css';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { refresh } from '../../data/answers';
import { AskFirst } from '../../components/ask-first';
import { texts } from '../../texts';
import { sayReason } from '../../texts/reasons';
import type { AccessKeyView, Partition, UnusableKey } from '../../../../../src/contract';

/** Days after which a key should be replaced: AWS's advice for IAM users. */
const OLD = 90;

/** A key as far as anybody sees it: whose it is, how it ends, how old it is. */
export function AccessKeyCard({ accessKey }: { readonly accessKey: AccessKeyView }) {
  const { partition, from, principalArn, endsWith, ageDays } = accessKey;
  const own = texts.admin.keys;
  const facts = [
    own.endsWith({ end: endsWith }),
    ageDays === undefined ? [] : own.age({ days: ageDays }),
  ].flat();
  return (
    <li className="card">
      <div className="card-head">
        <strong>{own.partition[partition]}</strong>
        <Lozenge>{own.from[from]}</Lozenge>
        {ageDays !== undefined && ageDays > OLD ? <Lozenge appearance="moved">{own.old}</Lozenge> : null}
      </div>
      <p className="plain">{principalArn ?? own.unknownUser}</p>
      <p className="hint">{facts.join(' · ')}</p>
      {from === 'site' ? <DeleteKey partition={partition} /> : null}
    </li>
  );
}

/** A key of which nothing can be told but what is wrong with it. */
export function UnusableKeyCard({ partition, reason }: UnusableKey) {
  const own = texts.admin.keys;
  return (
    <li className="card">
      <div className="card-head">
        <strong>{own.partition[partition]}</strong>
        <Lozenge appearance="removed">{own.unusable}</Lozenge>
      </div>
      <p className="plain">{sayReason(reason)}</p>
      <DeleteKey partition={partition} />
    </li>
  );
}

function DeleteKey({ partition }: { readonly partition: Partition }) {
  const own = texts.admin.keys;
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
