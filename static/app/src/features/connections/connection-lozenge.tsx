import Lozenge from '@atlaskit/lozenge';
import { connectionTexts } from '../../texts/connections';
import type { ConnectionState } from '../../../../../src/contract';

const APPEARANCE = {
  ready: 'success',
  'no-role': 'inprogress',
  'no-key': 'moved',
  untested: 'inprogress',
  'open-role': 'removed',
  'switched-off': 'default',
} as const satisfies Record<ConnectionState['code'], string>;

export function ConnectionLozenge({ code }: Pick<ConnectionState, 'code'>) {
  return <Lozenge appearance={APPEARANCE[code]}>{connectionTexts.state[code]}</Lozenge>;
}
