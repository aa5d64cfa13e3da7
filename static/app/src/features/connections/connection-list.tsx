import Lozenge from '@atlaskit/lozenge';
import '../../components/cards.css';
import { connectionTexts } from '../../texts/connections';
import { sayReason } from '../../texts/reasons';
import type { ConnectionView } from '../../../../../src/contract';
import { ConnectionLozenge, isWhole } from './connection-lozenge';

interface Props {
  readonly connections: readonly ConnectionView[];
  readonly onOpen: (connectionId: string) => void;
  /** Says whose each is. */
  readonly showsOwner?: boolean;
}

export function ConnectionList({ connections, onOpen, showsOwner = false }: Props) {
  return (
    <ul className="cards" aria-label={connectionTexts.list}>
      {connections.map((connection) => (
        <li key={connection.id} className="card">
          <div className="card-head">
            <button type="button" className="card-link" onClick={() => onOpen(connection.id)}>
              {connection.name}
            </button>
            <ConnectionLozenge state={connection.state} />
            {showsOwner && connection.owner.kind === 'project' ? (
              <Lozenge>{ownerWords(connection)}</Lozenge>
            ) : null}
          </div>
          {isWhole(connection.state) ? null : <p className="plain">{sayReason(connection.state.reason)}</p>}
          <p className="hint">{facts(connection)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Of a project connection: the project, by its key where it has one. */
export function ownerWords({ owner, serves }: ConnectionView): string {
  const { ofSite, ofProject, goneProject } = connectionTexts;
  if (owner.kind === 'site') return ofSite;
  const key = serves[0]?.projectKey;
  return key === undefined ? goneProject({ id: owner.projectId }) : ofProject({ key });
}

function facts({ account, regions, access, serves, owner }: ConnectionView): string {
  const own = connectionTexts;
  const { access: words, guide } = own;
  return [
    account === undefined ? [] : [own.account({ id: account })],
    [regions.join(', '), words[access]],
    owner.kind === 'site' ? [guide.served({ count: serves.length })] : [],
  ]
    .flat()
    .join(' · ');
}
