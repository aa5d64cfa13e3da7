import type { ReactNode } from 'react';
import { Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { UnreadableRecord } from '../../../../src/contract';
import { texts } from '../texts';
import { sayReason } from '../texts/reasons';

interface Props {
  readonly records: readonly UnreadableRecord[];
  readonly mendOf?: (id: string) => ReactNode;
  readonly title?: string;
  readonly hint?: string;
}

/** Which records cannot be read, what that costs and what to do. */
export function UnreadableList({ records, mendOf, title = texts.components.unreadable.some, hint }: Props) {
  return (
    <SectionMessage appearance="warning" title={title} headingLevel="h3">
      <Stack space="space.150">
        {records.map(({ id, reason }, nth) => (
          <Stack key={nth} space="space.100">
            <p className="plain">{sayReason(reason)}</p>
            {id === undefined ? null : mendOf?.(id)}
          </Stack>
        ))}
        {hint === undefined ? null : <p className="plain">{hint}</p>}
      </Stack>
    </SectionMessage>
  );
}
