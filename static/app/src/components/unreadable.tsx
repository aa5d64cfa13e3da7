import type { ReactNode } from 'react';
import SectionMessage from '@atlaskit/section-message';
import { Stack } from '@atlaskit/primitives/compiled';
import type { Reason, UnreadableRecord } from '../../../../src/contract';
import { texts } from '../texts';
import { sayReason } from '../texts/reasons';

interface Props {
  /** What an answer lacks; absent: nothing. */
  readonly records: readonly UnreadableRecord[] | undefined;
  /** What mends a record here, for who may. */
  readonly mendOf?: (id: string) => ReactNode;
}

/** Stored records that a list lacks: which, what that costs and what to do. */
export function Unreadable({ records = [], mendOf }: Props) {
  if (records.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title={texts.components.unreadable.some} headingLevel="h3">
      <Stack space="space.150">
        {records.map(({ id, reason }, nth) => (
          <Stack key={nth} space="space.100">
            <p className="plain">{sayReason(reason)}</p>
            {id === undefined ? null : mendOf?.(id)}
          </Stack>
        ))}
      </Stack>
    </SectionMessage>
  );
}

/** Above a form that opened with the defaults, because what is stored cannot be read; absent: it can. */
export function Defaults({ because }: { readonly because: Reason | undefined }) {
  const { defaults, defaultsHint } = texts.components.unreadable;
  if (because === undefined) return null;
  return (
    <SectionMessage appearance="warning" title={defaults} headingLevel="h3">
      <p>{sayReason(because)}</p>
      <p>{defaultsHint}</p>
    </SectionMessage>
  );
}
