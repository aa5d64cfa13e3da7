import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { CallFailure } from '../../bridge/call-failure';
import { sayFailure } from '../../components/say-failure';
import { settingsTexts } from '../../texts/settings';

interface Props {
  /** Why automatic mode was refused. */
  readonly failure: CallFailure | undefined;
  readonly isConfirmed: boolean;
  readonly isSaving: boolean;
  readonly onConfirm: () => void;
  readonly onTakeBack: () => void;
}

/** The name of the setting, which the refusal tells to whoever sends settings by hand. */
const NAME = /\s*\(besideAwsConnector\)/;

/** AWS's own connector stands in the way of automatic mode, and a person may say that it may. */
export function isConnectorRefusal({ reason }: CallFailure): boolean {
  return reason?.code === 'aws-connector' || reason?.code === 'aws-connector-unknown';
}

/** Nothing while AWS's connector is in nobody's way. */
export function BesideConnector({ failure, isConfirmed, isSaving, onConfirm, onTakeBack }: Props) {
  const [isRead, setRead] = useState(false);
  const own = settingsTexts.connector;
  if (!failure) {
    if (!isConfirmed) return null;
    return (
      <Checkbox
        label={own.confirmed}
        isChecked
        onChange={() => {
          setRead(false);
          onTakeBack();
        }}
      />
    );
  }
  return (
    <div role="alert">
      <SectionMessage appearance="warning" title={own.title} headingLevel="h3">
        <Stack space="space.150">
          <p className="plain">{sayFailure(failure).replace(NAME, '')}</p>
          <Checkbox
            label={own.confirm}
            isChecked={isRead}
            onChange={({ currentTarget }) => setRead(currentTarget.checked)}
          />
          <Inline>
            <Button isDisabled={!isRead} isLoading={isSaving} onClick={onConfirm}>
              {own.again}
            </Button>
          </Inline>
        </Stack>
      </SectionMessage>
    </div>
  );
}
