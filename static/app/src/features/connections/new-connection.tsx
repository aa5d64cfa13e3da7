import { Stack } from '@atlaskit/primitives/compiled';
import './connections.css';
import { Back } from '../../components/back';
import { PartHeading } from '../../components/part-heading';
import { connectionTexts } from '../../texts/connections';
import type { ConnectionView } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';
import { DetailsForm } from './details-form';
import { Guide } from './guide';

interface Props {
  readonly ownerKind: ConnectionView['owner']['kind'];
  readonly calls: ConnectionCalls;
  readonly onLeave: () => void;
  readonly onCreated: (connectionId: string) => void;
}

const NOTHING = { name: '', regions: [], access: 'read-write' } as const;

/** The guide before there is a connection: its first step, and what comes after it. */
export function NewConnection({ ownerKind, calls, onLeave, onCreated }: Props) {
  const { back, guide, details } = connectionTexts;
  return (
    <Stack space="space.300">
      <Stack space="space.100">
        <Back onClick={onLeave}>{back}</Back>
        <PartHeading takesFocus>{guide.newTitle}</PartHeading>
      </Stack>
      <Guide
        ownerKind={ownerKind}
        opened="details"
        onOpen={() => undefined}
        bodyOf={() => (
          <DetailsForm
            draftKey={`new ${ownerKind} connection`}
            saved={{ ...NOTHING, regions: [] }}
            verb={details.create}
            onSave={async (input) => onCreated((await calls.create(input)).id)}
          />
        )}
      />
    </Stack>
  );
}
