import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import './connections.css';
import { tell } from '../../bridge/flags';
import { Back } from '../../components/back';
import { PartHeading } from '../../components/part-heading';
import { texts } from '../../texts';
import { connectionTexts } from '../../texts/connections';
import { sayReason } from '../../texts/reasons';
import type { ConnectionView } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';
import { ConnectionLozenge, isWhole } from './connection-lozenge';
import { DeleteConnection } from './delete-connection';
import { DetailsForm } from './details-form';
import { EventsSetup } from './events-setup';
import { Guide } from './guide';
import { RegionTests } from './region-tests';
import { RoleArnForm } from './role-arn-form';
import { RoleSetup } from './role-setup';
import { ServesForm } from './serves-form';
import type { Step } from './steps';

interface Props {
  readonly connection: ConnectionView;
  readonly calls: ConnectionCalls;
  readonly opened: string | undefined;
  readonly onOpen: (step: Step | 'overview') => void;
  readonly onLeave: () => void;
  /** Goes where an access key is entered; absent for who may not. */
  readonly onEnterKey?: () => void;
  /** What comes after the guide. */
  readonly onLink?: () => void;
}

/** A connection with all that there is to do with it: the guide, and after it the same page to change it. */
export function ConnectionPage(props: Props) {
  const { connection, calls, opened, onOpen, onLeave } = props;
  const { name, state, owner } = connection;
  const own = connectionTexts;
  return (
    <Stack space="space.300">
      <Stack space="space.100">
        <Back onClick={onLeave}>{own.back}</Back>
        <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
          <PartHeading takesFocus={opened === undefined}>{name}</PartHeading>
          <ConnectionLozenge state={state} />
        </Inline>
        <p className="plain">{sayReason(state.reason)}</p>
      </Stack>
      <Guide
        connection={connection}
        ownerKind={owner.kind}
        opened={opened}
        onOpen={onOpen}
        bodyOf={(step) => <StepBody step={step} {...props} />}
      />
      <Finished {...props} />
      <EventsSetup connection={connection} calls={calls} />
      <DeleteConnection connection={connection} calls={calls} onDeleted={onLeave} />
    </Stack>
  );
}

function StepBody({ step, connection, calls, onOpen, onEnterKey }: Props & { readonly step: Step }) {
  const { details, arn, serves: servesTexts } = connectionTexts;
  const { id, name, regions, access, roleArn, setup } = connection;
  switch (step) {
    case 'details':
      return (
        <DetailsForm
          draftKey={`details ${id}`}
          saved={{ name, regions, access }}
          verb={texts.shared.save}
          {...(roleArn === undefined ? {} : { hint: details.roleToo })}
          onSave={async (change) => {
            await calls.update(id, change);
            tell(details.saved);
          }}
        />
      );
    case 'role':
      return <RoleSetup setup={setup} onEnterKey={onEnterKey} onGo={() => onOpen('arn')} />;
    case 'arn':
      return (
        <RoleArnForm
          draftKey={`arn ${id}`}
          saved={roleArn}
          onSave={async (entered) => {
            await calls.update(id, { roleArn: entered });
            tell(arn.saved);
            onOpen('test');
          }}
        />
      );
    case 'test':
      return <TestStep connection={connection} calls={calls} onOpen={onOpen} />;
    case 'serves':
      return (
        <ServesForm
          connection={connection}
          onSave={async (serves) => {
            await calls.serve?.(id, serves);
            tell(servesTexts.saved);
          }}
        />
      );
  }
}

function TestStep({ connection, calls, onOpen }: Pick<Props, 'connection' | 'calls' | 'onOpen'>) {
  const isNext = connection.state.code === 'ready' && calls.serve && connection.serves.length === 0;
  return (
    <Stack space="space.200">
      <RegionTests connection={connection} calls={calls} onStart={() => onOpen('test')} />
      {isNext ? (
        <Inline>
          <Button appearance="primary" onClick={() => onOpen('serves')}>
            {connectionTexts.test.go}
          </Button>
        </Inline>
      ) : null}
    </Stack>
  );
}

/** What comes after the guide, where the reader can do it. */
function Finished({ connection: { state }, onLink }: Props) {
  const { linkNext, linkAnyway, link } = connectionTexts.guide;
  if (state.code !== 'ready' || !onLink) return null;
  const whole = isWhole(state);
  return (
    <SectionMessage appearance={whole ? 'success' : 'warning'}>
      <Stack space="space.150">
        <p className="plain">{whole ? linkNext : linkAnyway}</p>
        <Inline>
          <Button appearance="primary" onClick={onLink}>
            {link}
          </Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
