import { type FormEvent, useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { refresh } from '../../data/answers';
import { useAction } from '../../data/use-action';
import { Choice } from '../../components/choice';
import { Failure } from '../../components/failure';
import { focusOnProblem } from '../../components/focus-on-problem';
import { PartHeading } from '../../components/part-heading';
import { TextInput } from '../../components/text-input';
import { texts } from '../../texts';
import { adminTexts } from '../../texts/admin';
import type { Partition } from '../../../../../src/contract';

interface Props {
  readonly onSaved: () => void;
  readonly onCancel?: (() => void) | undefined;
}

interface Entered {
  readonly partition: Partition;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly acceptOtherUser: boolean;
}

const NOTHING: Entered = { partition: 'aws', accessKeyId: '', secretAccessKey: '', acceptOtherUser: false };

/** Where a key is entered. What was typed lives on the page alone; the secret is gone once it was sent and taken. */
export function AccessKeyForm({ onSaved, onCancel }: Props) {
  const own = adminTexts.keys;
  const [entered, setEntered] = useState(NOTHING);
  const [isChecked, setChecked] = useState(false);
  const change = (part: Partial<Entered>) => setEntered((before) => ({ ...before, ...part }));
  const save = useAction(async ({ acceptOtherUser, ...key }: Entered) => {
    await call('accessKey.save', acceptOtherUser ? { ...key, acceptOtherUser } : key);
    setEntered(NOTHING);
    tell(own.saved);
    // Connections show whom their roles are to trust.
    refresh('accessKey.list', 'connection.list');
    onSaved();
  });
  const isIdMissing = entered.accessKeyId.trim() === '';
  const isSecretMissing = entered.secretAccessKey === '';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (isIdMissing || isSecretMissing) focusOnProblem(event.currentTarget);
    else void save.run(entered);
  };
  return (
    <form className="card" onSubmit={submit} noValidate autoComplete="off">
      <Stack space="space.200">
        <PartHeading level="h3">{own.enter}</PartHeading>
        <PartitionChoice value={entered.partition} onChange={(partition) => change({ partition })} />
        <TextInput
          kind="code"
          label={own.id}
          hint={own.idHint}
          error={isChecked && isIdMissing ? own.idMissing : undefined}
          value={entered.accessKeyId}
          onChange={(accessKeyId) => change({ accessKeyId })}
        />
        <TextInput
          kind="secret"
          label={own.secret}
          hint={own.secretHint}
          error={isChecked && isSecretMissing ? own.secretMissing : undefined}
          value={entered.secretAccessKey}
          onChange={(secretAccessKey) => change({ secretAccessKey })}
        />
        {save.failure ? <Failure failure={save.failure} title={own.failed} /> : null}
        {save.failure?.code === 'conflict' || entered.acceptOtherUser ? (
          <Checkbox
            label={own.otherUser}
            isChecked={entered.acceptOtherUser}
            onChange={({ currentTarget }) => change({ acceptOtherUser: currentTarget.checked })}
          />
        ) : null}
        <Inline space="space.100">
          <Button type="submit" appearance="primary" isLoading={save.isRunning}>
            {own.save}
          </Button>
          {onCancel ? (
            <Button appearance="subtle" onClick={onCancel}>
              {texts.shared.cancel}
            </Button>
          ) : null}
        </Inline>
      </Stack>
    </form>
  );
}

interface PartitionProps {
  readonly value: Partition;
  readonly onChange: (partition: Partition) => void;
}

function PartitionChoice({ value, onChange }: PartitionProps) {
  const { where, whereGov, partition } = adminTexts.keys;
  return (
    <Choice<Partition>
      legend={where}
      value={value}
      options={[
        { value: 'aws', label: partition.aws },
        { value: 'aws-us-gov', label: partition['aws-us-gov'], hint: whereGov },
      ]}
      onChange={onChange}
    />
  );
}
