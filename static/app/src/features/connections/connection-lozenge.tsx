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

/** What is not known to work whole is not called ready. */
export function ConnectionLozenge({ state }: { readonly state: ConnectionState }) {
  const own = connectionTexts.state;
  const { code, failed = [], untried = [] } = state;
  if (failed.length > 0) return <Lozenge appearance="moved">{own.readyInPart}</Lozenge>;
  if (untried.length > 0) {
    return <Lozenge appearance="moved">{own.readyUntried({ count: untried.length })}</Lozenge>;
  }
  return <Lozenge appearance={APPEARANCE[code]}>{own[code]}</Lozenge>;
}

/** Ready, with nothing that failed and nothing that was not tried. */
export function isWhole({ code, failed = [], untried = [] }: ConnectionState): boolean {
  return code === 'ready' && failed.length === 0 && untried.length === 0;
}
