import { lazy, type ReactNode, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { CopyField } from '../../components/copy-field';
import { PageNav } from '../../components/page-nav';
import { texts } from '../../texts';
import { connectionTexts } from '../../texts/connections';
import type { RoleSetup as Setup } from '../../../../../src/contract';
import { LaunchLink } from './launch-link';

const RoleTemplate = lazy(async () => ({ default: (await import('./templates')).RoleTemplate }));

interface Props {
  readonly setup: Setup;
  /** Goes where an access key is entered; absent for who may not. */
  readonly onEnterKey?: (() => void) | undefined;
  readonly onGo: () => void;
}

/** What to create in AWS, in three ways, with the values filled in. */
export function RoleSetup({ setup, onEnterKey, onGo }: Props) {
  const own = connectionTexts.role;
  const [way, setWay] = useState<(typeof WAYS)[number]>('stack');
  const { trustedPrincipalArn, trustPolicy, permissions, command, parameters, launch } = setup;
  if (trustedPrincipalArn === undefined || trustPolicy === undefined || command === undefined || !launch) {
    return <NoKey onEnterKey={onEnterKey} />;
  }
  return (
    <Stack space="space.200">
      <p className="plain">{own.lead}</p>
      <PageNav
        label={own.ways}
        items={WAYS.map((key) => ({ key, label: own[key] }))}
        current={way}
        onGo={setWay}
      />
      {way === 'stack' ? (
        <Way steps={launch.filled ? own.launchSteps : own.stackSteps}>
          <LaunchLink launch={launch} />
          {Object.entries(parameters).map(([name, value]) =>
            value === '' ? null : <CopyField key={name} label={name} text={value} />,
          )}
          <Suspense fallback={<Spinner label={texts.shared.loading} />}>
            <RoleTemplate />
          </Suspense>
        </Way>
      ) : null}
      {way === 'terminal' ? (
        <Way lead={own.terminalLead}>
          <CopyField isBlock label={own.command} text={command} />
        </Way>
      ) : null}
      {way === 'console' ? (
        <Way
          steps={[...own.consoleSteps, ...(isBlank(permissions) ? [own.accountStep({ blank: BLANK })] : [])]}
        >
          <CopyField isBlock label={own.trustPolicy} text={trustPolicy} />
          <CopyField label={own.roleName} text={parameters.RoleName ?? ''} />
          <CopyField isBlock label={own.permissions} text={permissions} />
        </Way>
      ) : null}
      <Inline>
        <Button appearance="primary" onClick={onGo}>
          {own.go}
        </Button>
      </Inline>
    </Stack>
  );
}

/** As the back end writes an account that it does not know. */
const BLANK = '<account>';

/** Whether the account is still to be filled in: it is known once the ARN of the role is. */
function isBlank(permissions: string): boolean {
  return permissions.includes(BLANK);
}

const WAYS = ['stack', 'terminal', 'console'] as const;

interface WayProps {
  readonly lead?: string;
  readonly steps?: readonly string[];
  readonly children: ReactNode;
}

function Way({ lead, steps = [], children }: WayProps) {
  return (
    <div className="way">
      {lead === undefined ? null : <p className="plain">{lead}</p>}
      {steps.length === 0 ? null : (
        <ol className="way-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {children}
    </div>
  );
}

function NoKey({ onEnterKey }: Pick<Props, 'onEnterKey'>) {
  const own = connectionTexts.role;
  return (
    <Stack space="space.200">
      <SectionMessage appearance="warning" title={own.noKey} headingLevel="h4">
        <p>{onEnterKey ? own.noKeyHint : `${own.noKeyHint} ${own.askAdmin}`}</p>
      </SectionMessage>
      {onEnterKey ? (
        <Inline>
          <Button appearance="primary" onClick={onEnterKey}>
            {own.enterKey}
          </Button>
        </Inline>
      ) : null}
    </Stack>
  );
}
