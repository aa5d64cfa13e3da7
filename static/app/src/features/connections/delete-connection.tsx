import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { tell } from '../../bridge/flags';
import { AskFirst } from '../../components/ask-first';
import { PartHeading } from '../../components/part-heading';
import { connectionTexts } from '../../texts/connections';
import type { ConnectionView } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';

interface Props {
  readonly connection: ConnectionView;
  readonly calls: ConnectionCalls;
  readonly onDeleted: () => void;
}

export function DeleteConnection({ connection: { id, name }, calls, onDeleted }: Props) {
  const own = connectionTexts.remove;
  const remove = async () => {
    await calls.remove(id);
    tell(own.deleted);
    onDeleted();
  };
  return (
    <section>
      <Stack space="space.150">
        <PartHeading level="h3">{own.title}</PartHeading>
        <p className="plain">{own.lead}</p>
        <Inline shouldWrap>
          <AskFirst verb={own.button} question={own.confirmTitle({ name })} work={remove}>
            <p>{own.stops}</p>
            <p>{own.stays}</p>
          </AskFirst>
        </Inline>
      </Stack>
    </section>
  );
}
