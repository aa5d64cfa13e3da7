import { type FormEvent, useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { focusOnProblem } from '../../components/focus-on-problem';
import { TextInput } from '../../components/text-input';
import { useDraft } from '../../data/use-draft';
import { useAction } from '../../data/use-action';
import { connectionTexts } from '../../texts/connections';
import { fieldProblem } from './field-problem';

interface Props {
  readonly draftKey: string;
  readonly saved: string | undefined;
  /** @throws CallFailure */
  readonly onSave: (roleArn: string) => Promise<void>;
}

/** Where the role's ARN is pasted; what is wrong with it stands below it. */
export function RoleArnForm({ draftKey, saved, onSave }: Props) {
  const own = connectionTexts.arn;
  const draft = useDraft(draftKey, saved ?? '');
  const [isMissing, setMissing] = useState(false);
  const save = useAction(async (roleArn: string) => {
    await onSave(roleArn);
    draft.forget();
  });
  const refused = save.failure && fieldProblem(save.failure, 'roleArn');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused !== undefined && form.current) focusOnProblem(form.current);
  }, [refused]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const roleArn = draft.value.trim();
    setMissing(roleArn === '');
    if (roleArn === '') focusOnProblem(event.currentTarget);
    else void save.run(roleArn);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack space="space.200">
        <TextInput
          kind="code"
          label={own.label}
          hint={own.hint}
          error={isMissing ? own.missing : refused}
          value={draft.value}
          onChange={(typed) => {
            setMissing(false);
            draft.set(typed);
          }}
        />
        {saved !== undefined && draft.isChanged ? <p className="hint">{own.retest}</p> : null}
        <Inline>
          <Button type="submit" appearance="primary" isLoading={save.isRunning}>
            {own.save}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
}
