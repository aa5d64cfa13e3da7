import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import './connections.css';
import { Back } from '../../components/back';
import { PartHeading } from '../../components/part-heading';
import { connectionTexts } from '../../texts/connections';
import { sayReason } from '../../texts/reasons';
import type { ConnectionView } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';
import { ownerWords } from './connection-list';
import { ConnectionLozenge } from './connection-lozenge';
import { DeleteConnection } from './delete-connection';
import { RegionChecks } from './region-checks';
import { regionLabel } from './regions';
import { Risk } from './risk';
import { summaryOf } from './summary-of';

interface Props {
  readonly connection: ConnectionView;
  readonly calls: ConnectionCalls;
  readonly onLeave: () => void;
}

/** A project's connection, as a Jira admin sees it: to see, to answer for, and to delete. */
export function ForeignConnection({ connection, calls, onLeave }: Props) {
  const own = connectionTexts;
  const { name, state, tests, roleArn } = connection;
  return (
    <Stack space="space.300">
      <Stack space="space.100">
        <Back onClick={onLeave}>{own.back}</Back>
        <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
          <PartHeading takesFocus>{name}</PartHeading>
          <ConnectionLozenge state={state} />
        </Inline>
        <p className="plain">{sayReason(state.reason)}</p>
        <p className="hint">{summaryOf(connection, 'details')}</p>
        {roleArn === undefined ? null : <p className="hint">{roleArn}</p>}
      </Stack>
      <SectionMessage title={own.foreignTitle({ owner: ownerWords(connection) })} headingLevel="h3">
        <p>{own.foreignHint}</p>
      </SectionMessage>
      <Risk connection={connection} calls={calls} />
      {tests.map((test) => (
        <section className="region" key={test.region} aria-label={regionLabel(test.region)}>
          <strong>{regionLabel(test.region)}</strong>
          <RegionChecks test={test} />
        </section>
      ))}
      <DeleteConnection connection={connection} calls={calls} onDeleted={onLeave} />
    </Stack>
  );
}
