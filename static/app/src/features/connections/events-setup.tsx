import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { tell } from '../../bridge/flags';
import { AskFirst } from '../../components/ask-first';
import { CopyField } from '../../components/copy-field';
import { Failure } from '../../components/failure';
import { PartHeading } from '../../components/part-heading';
import { Time } from '../../components/time';
import { useAction } from '../../data/use-action';
import { texts } from '../../texts';
import { connectionTexts } from '../../texts/connections';
import type { ConnectionView, EventSetup } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';
import { LaunchLink } from './launch-link';

const EventsTemplate = lazy(async () => ({ default: (await import('./templates')).EventsTemplate }));

interface Props {
  readonly connection: ConnectionView;
  readonly calls: ConnectionCalls;
}

/** EventBridge on or off. The values with the key are shown once, and are kept nowhere but on the page. */
export function EventsSetup({ connection: { id, roleArn, eventsSince }, calls }: Props) {
  const own = connectionTexts.events;
  const [setup, setSetup] = useState<EventSetup>();
  const enable = useAction(async () => setSetup(await calls.enableEvents(id)));
  const disable = async () => {
    await calls.disableEvents(id);
    setSetup(undefined);
    tell(own.disabled);
  };
  const isOn = eventsSince !== undefined;
  return (
    <section>
      <Stack space="space.150">
        <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
          <PartHeading level="h3">{own.title}</PartHeading>
          <Lozenge appearance={isOn ? 'success' : 'default'}>{isOn ? own.on : own.off}</Lozenge>
          {isOn ? (
            <span className="hint">
              {own.since} <Time at={eventsSince} />
            </span>
          ) : null}
        </Inline>
        <p className="plain">{own.lead}</p>
        <p className="hint">{roleArn === undefined ? own.needsRole : own.needsTrail}</p>
        {setup ? <Values setup={setup} /> : null}
        {isOn && !setup ? <p className="hint">{own.renewHint}</p> : null}
        {enable.failure ? <Failure failure={enable.failure} title={own.failed} /> : null}
        <Inline space="space.100" rowSpace="space.100" shouldWrap>
          {roleArn === undefined ? null : (
            <Button isLoading={enable.isRunning} onClick={() => void enable.run()}>
              {isOn ? own.renew : own.enable}
            </Button>
          )}
          {isOn ? (
            <AskFirst verb={own.disable} question={own.disableTitle} work={disable}>
              <p>{own.disableBody}</p>
            </AskFirst>
          ) : null}
        </Inline>
      </Stack>
    </section>
  );
}

function Values({ setup: { parameters, regions, launch } }: { readonly setup: EventSetup }) {
  const own = connectionTexts.events;
  return (
    <Stack space="space.200">
      <SectionMessage appearance="warning" title={own.once} headingLevel="h4">
        <p>{own.onceHint}</p>
      </SectionMessage>
      {Object.entries(parameters).map(([name, value]) => (
        <CopyField key={name} label={name} text={value} />
      ))}
      <p className="plain">{own.deploy({ regions: regions.join(', ') })}</p>
      {launch.map((each) => (
        <LaunchLink key={each.region} launch={each} />
      ))}
      {launch.some(({ filled }) => filled) ? <p className="hint">{own.pasteKey}</p> : null}
      <Suspense fallback={<Spinner label={texts.shared.loading} />}>
        <EventsTemplate />
      </Suspense>
      {regions.map((region) => (
        <CopyField
          key={region}
          isBlock
          label={own.command({ region })}
          text={commandFor(region, parameters)}
        />
      ))}
    </Stack>
  );
}

/** As in aws/README.md. Single quotes keep a shell from reading the values. */
function commandFor(region: string, parameters: EventSetup['parameters']): string {
  const values = Object.entries(parameters).map(([name, value]) => `${name}='${value}'`);
  return [
    `aws cloudformation deploy --region ${region} --stack-name jira-events --template-file aws/events.yaml`,
    `  --capabilities CAPABILITY_IAM --parameter-overrides`,
    ...values.map((value) => `  ${value}`),
  ].join(' \\\n');
}
