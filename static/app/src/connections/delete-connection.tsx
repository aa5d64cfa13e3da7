import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { tell } from '../bridge/flags';
import { Confirm } from '../pieces/confirm';
import { PartHeading } from '../pieces/part-heading';
import { useAction } from '../data/use-action';
import { texts } from '../texts';
import type { ConnectionView } from '../../../../src/contract';
import type { ConnectionCalls } from './calls';

interface Props {
  readonly connection: ConnectionView;
  readonly calls: ConnectionCalls;
  readonly onDeleted: () => void;
}

export function DeleteConnection({ connection: { id, name }, calls, onDeleted }: Props) {
  const own = texts.connections.remove;
  const [isAsking, setAsking] = useState(false);
  const remove = useAction(async () => {
    await calls.remove(id);
    tell(own.deleted);
    onDeleted();
  });
  return (
    <section>
      <Stack space="space.150">
        <PartHeading level="h3">{own.title}</PartHeading>
        <p className="plain">{own.lead}</p>
        <Inline>
          <Button appearance="danger" onClick={() => setAsking(true)}>
            {own.button}
          </Button>
        </Inline>
      </Stack>
      <Confirm
        isOpen={isAsking}
        title={own.confirmTitle(name)}
        verb={own.button}
        action={remove}
        onClose={() => setAsking(false)}
      >
        <p>{own.stops}</p>
        <p>{own.stays}</p>
      </Confirm>
    </section>
  );
}
