import Lozenge from '@atlaskit/lozenge';
import '../../components/cards.css';
import { adminTexts } from '../../texts/admin';
import type { AccessKeyView } from '../../../../../src/contract';
import { DeleteKey } from './delete-key';

/** Days after which a key should be replaced: AWS's advice for IAM users. */
const OLD = 90;

/** A key as far as anybody sees it: whose it is, how it ends, how old it is. */
export function AccessKeyCard({ accessKey }: { readonly accessKey: AccessKeyView }) {
  const { partition, from, principalArn, endsWith, ageDays } = accessKey;
  const own = adminTexts.keys;
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
