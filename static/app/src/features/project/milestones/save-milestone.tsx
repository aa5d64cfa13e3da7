import { type FormEvent, useState } from 'react';
import Button from '@atlaskit/button/new';
import { tell } from '../../../bridge/flags';
import { call } from '../../../bridge/invoke';
import { useProjectKey } from '../../../bridge/use-page-context';
import { refresh } from '../../../data/answers';
import { useAction } from '../../../data/use-action';
import { Failure } from '../../../components/failure';
import { TextInput } from '../../../components/text-input';
import { projectTexts } from '../../../texts/project';
import { problemOfName } from './problem-of-name';

const { milestones: words } = projectTexts;

interface Props {
  readonly workloadArn: string;
  /** Names of the milestones that the workload has. */
  readonly taken: readonly string[];
}

/** The date and room for what it was: `2026-06-01 Sprint 24`. */
export function SaveMilestone({ workloadArn, taken }: Props) {
  const projectKey = useProjectKey();
  const [name, setName] = useState(() => `${new Date().toISOString().slice(0, 10)} `);
  // By the name that was sent with it: sent again it makes no second milestone.
  const [tokens, setTokens] = useState<ReadonlyMap<string, string>>(new Map());
  const [isChecked, setChecked] = useState(false);
  const wanted = name.trim();
  const problem = problemOfName(name, tokens.has(wanted) ? [] : taken);
  const save = useAction(async () => {
    const token = tokens.get(wanted) ?? crypto.randomUUID();
    setTokens(new Map([...tokens, [wanted, token]]));
    await call('milestone.save', { projectKey, workloadArn, name: wanted, token });
    setTokens(new Map());
    setChecked(false);
    tell(words.saved({ name: wanted }));
    refresh('milestone.list');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problem === undefined) void save.run();
  };
  return (
    <form onSubmit={submit} className="milestone-form stack-tight" noValidate>
      <TextInput
        label={words.name}
        hint={words.nameHint}
        error={isChecked && problem !== undefined ? words.problems[problem] : undefined}
        value={name}
        onChange={setName}
        maxLength={100}
      />
      <div>
        <Button type="submit" isLoading={save.isRunning}>
          {words.save}
        </Button>
      </div>
      {save.failure ? <Failure failure={save.failure} title={words.saveFailed} /> : null}
    </form>
  );
}
