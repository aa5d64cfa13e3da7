import type { PartProps } from '../../components/parts';
import { siteCalls } from '../connections/calls';
import { ConnectionsPart } from '../connections/connections-part';
import { useAnswer } from '../../data/use-answer';
import { Loaded } from '../../components/loaded';
import { adminTexts } from '../../texts/admin';
import { Unreadable } from '../../components/unreadable';
import { DeleteUnreadable } from './delete-unreadable';
import { FirstConnection } from './first-connection';

/** Every connection there is; those of projects to see and to answer for. */
export function SiteConnections({ path }: PartProps) {
  const asked = useAnswer('connection.list', {});
  const enterKey = () => path.go('keys');
  return (
    <Loaded of={asked}>
      {({ connections, unreadable }) => (
        <ConnectionsPart
          ownerKind="site"
          connections={connections}
          calls={siteCalls}
          path={path}
          lead={adminTexts.siteLead}
          first={<FirstConnection onEnterKey={enterKey} onConnect={() => path.go('connections', 'new')} />}
          notice={<Unreadable records={unreadable} mendOf={(id) => <DeleteUnreadable id={id} />} />}
          onEnterKey={enterKey}
        />
      )}
    </Loaded>
  );
}
