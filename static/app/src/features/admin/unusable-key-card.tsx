import Lozenge from '@atlaskit/lozenge';
import '../../components/cards.css';
import { adminTexts } from '../../texts/admin';
import { sayReason } from '../../texts/reasons';
import type { UnusableKey } from '../../../../../src/contract';
import { DeleteKey } from './delete-key';

/** A key of which nothing can be told but what is wrong with it. */
export function UnusableKeyCard({ partition, reason }: UnusableKey) {
  const own = adminTexts.keys;
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
