import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { Path } from '../bridge/use-path';
import { siteCalls } from '../connections/calls';
import { ConnectionList } from '../connections/connection-list';
import { ConnectionPage } from '../connections/connection-page';
import { ForeignConnection } from '../connections/foreign-connection';
import { NewConnection } from '../connections/new-connection';
import { useAnswer } from '../data/use-answer';
import { Loaded } from '../pieces/loaded';
import { PartHeading } from '../pieces/part-heading';
import { texts } from '../texts';
import type { ConnectionView } from '../../../../src/contract';
import { FirstConnection } from './first-connection';

/** The list, or the connection that the address names. */
export function ConnectionsPart({ path }: { readonly path: Path }) {
  const asked = useAnswer('connection.list', {});
  const [, id, step] = path.parts;
  const leave = () => path.go('connections');
  if (id === 'new') {
    return (
      <NewConnection
        ownerKind="site"
        calls={siteCalls}
        onLeave={leave}
        onCreated={(created) => path.go('connections', created, 'role')}
      />
    );
  }
  return (
    <Loaded of={asked} name="connection.list">
      {({ connections }) =>
        id === undefined ? (
          <List connections={connections} path={path} />
        ) : (
          <One connection={connections.find((known) => known.id === id)} step={step} path={path} />
        )
      }
    </Loaded>
  );
}

interface OneProps {
  readonly connection: ConnectionView | undefined;
  readonly step: string | undefined;
  readonly path: Path;
}

function One({ connection, step, path }: OneProps) {
  const { gone, goneHint, back } = texts.connections;
  const leave = () => path.go('connections');
  if (!connection) {
    return (
      <SectionMessage appearance="warning" title={gone}>
        <p>{goneHint}</p>
        <Button onClick={leave}>{back}</Button>
      </SectionMessage>
    );
  }
  if (connection.owner.kind === 'project') {
    return <ForeignConnection connection={connection} calls={siteCalls} onLeave={leave} />;
  }
  return (
    <ConnectionPage
      key={connection.id}
      connection={connection}
      calls={siteCalls}
      opened={step}
      onOpen={(next) => path.go('connections', connection.id, next)}
      onLeave={leave}
      onEnterKey={() => path.go('keys')}
    />
  );
}

function List({
  connections,
  path,
}: {
  readonly connections: readonly ConnectionView[];
  readonly path: Path;
}) {
  if (connections.length === 0) {
    return (
      <FirstConnection onEnterKey={() => path.go('keys')} onConnect={() => path.go('connections', 'new')} />
    );
  }
  const { list, add } = texts.connections;
  return (
    <Stack space="space.200">
      <Inline space="space.200" rowSpace="space.100" spread="space-between" alignBlock="center" shouldWrap>
        <PartHeading>{list}</PartHeading>
        <Button appearance="primary" onClick={() => path.go('connections', 'new')}>
          {add}
        </Button>
      </Inline>
      <p className="plain">{texts.admin.siteLead}</p>
      <ConnectionList showsOwner connections={connections} onOpen={(id) => path.go('connections', id)} />
    </Stack>
  );
}
