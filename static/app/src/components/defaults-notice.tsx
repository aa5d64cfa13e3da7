import type { Reason } from '../../../../src/contract';
import { texts } from '../texts';
import { Unreadable } from './unreadable';

interface Props {
  /** Why the stored settings cannot be read; absent: they can. */
  readonly because: Reason | undefined;
}

/** Above a form of settings that opened with the defaults. */
export function DefaultsNotice({ because }: Props) {
  const { defaults, defaultsHint } = texts.components.unreadable;
  return <Unreadable records={because && [{ reason: because }]} title={defaults} hint={defaultsHint} />;
}
