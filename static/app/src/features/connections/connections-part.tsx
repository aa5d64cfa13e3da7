import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { Path } from '../../bridge/path';
import { PartHeader } from '../../components/part-header';
import { connectionTexts } from '../../texts/connections';
import type { ConnectionView } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';
import { ConnectionList } from './connection-list';
import { ConnectionPage } from './connection-page';
import { ForeignConnection } from './foreign-connection';
import { NewConnection } from './new-connection';

interface Props {
  /** Whose connections are made here; others in the list can be seen. */
  readonly ownerKind: ConnectionView['owner']['kind'];
  readonly connections: readonly ConnectionView[];
  readonly calls: ConnectionCalls;
  /** Its second part names a connection, or `new`. */
  readonly path: Path;
  readonly lead: string;
  /** What is shown while there is no connection. */
  readonly first: ReactNode;
  /** What the list lacks. */
  readonly notice?: ReactNode;
  /** Goes where an access key is entered; absent for who may not. */
  readonly onEnterKey?: () => void;
  /** What comes after the guide. */
  readonly onLink?: () => void;
}

/** The list, or the connection that the address names. */
export function ConnectionsPart(props: Props) {
  const { ownerKind, connections, calls, path, lead, first, notice } = props;
  const id = path.parts[1];
  if (id === 'new') {
    return (
      <NewConnection
        ownerKind={ownerKind}
        calls={calls}
        onLeave={() => path.go('connections')}
        onCreated={(created) => path.go('connections', created, 'role')}
      />
    );
  }
  if (id !== undefined) return <One {...props} connection={connections.find((known) => known.id === id)} />;
  if (connections.length === 0) {
    return (
      <Stack space="space.200">
        {first}
        {notice}
      </Stack>
    );
  }
  const { list, add } = connectionTexts;
  return (
    <Stack space="space.200">
      <PartHeader title={list}>
        <Button appearance="primary" onClick={() => path.go('connections', 'new')}>
          {add}
        </Button>
      </PartHeader>
      <p className="plain">{lead}</p>
      {notice}
      <ConnectionList
        showsOwner={ownerKind === 'site'}
        connections={connections}
        onOpen={(opened) => path.go('connections', opened)}
      />
    </Stack>
  );
}

function One({
  connection,
  ownerKind,
  calls,
  path,
  onEnterKey,
  onLink,
}: Props & { readonly connection: ConnectionView | undefined }) {
  const { gone, goneHint, back } = connectionTexts;
  const leave = () => path.go('connections');
  if (!connection) {
    return (
      <SectionMessage appearance="warning" title={gone}>
        <p>{goneHint}</p>
        <Button onClick={leave}>{back}</Button>
      </SectionMessage>
    );
  }
  if (connection.owner.kind !== ownerKind) {
    return <ForeignConnection connection={connection} calls={calls} onLeave={leave} />;
  }
  return (
    <ConnectionPage
      key={connection.id}
      connection={connection}
      calls={calls}
      opened={path.parts[2]}
      onOpen={(step) => path.go('connections', connection.id, step)}
      onLeave={leave}
      {...(onEnterKey && { onEnterKey })}
      {...(onLink && { onLink })}
    />
  );
}
