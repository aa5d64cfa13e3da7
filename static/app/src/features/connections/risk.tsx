import { type FormEvent, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { focusOnProblem } from '../../components/focus-on-problem';
import { usePeople } from '../../data/people';
import { Time } from '../../components/time';
import { useDraft } from '../../data/use-draft';
import { useAction } from '../../data/use-action';
import { connectionTexts } from '../../texts/connections';
import { sayReason } from '../../texts/reasons';
import type { ConnectionView } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';

interface Props {
  readonly connection: ConnectionView;
  readonly calls: ConnectionCalls;
}

/** Of a role that others could enter: what that means, and the way to answer for it. Nothing for a closed one. */
export function Risk({ connection, calls }: Props) {
  const { state, acceptedRisk } = connection;
  const own = connectionTexts.risk;
  if (acceptedRisk) return <Accepted risk={acceptedRisk} />;
  if (state.code !== 'open-role') return null;
  return (
    <Stack space="space.200">
      <SectionMessage appearance="error" title={own.title} headingLevel="h4">
        <p>{sayReason(state.reason)}</p>
        <p>{own.mend}</p>
        {calls.acceptRisk ? null : <p>{own.askAdmin}</p>}
      </SectionMessage>
      {calls.acceptRisk ? <AcceptRisk connection={connection} accept={calls.acceptRisk} /> : null}
    </Stack>
  );
}

function Accepted({
  risk: { by, at, words },
}: {
  readonly risk: NonNullable<ConnectionView['acceptedRisk']>;
}) {
  const nameOf = usePeople([by]);
  const own = connectionTexts.risk;
  return (
    <SectionMessage appearance="warning" title={own.accepted} headingLevel="h4">
      <p dir="auto">{words}</p>
      <p>
        {own.by({ name: nameOf(by) })}, <Time at={at} />
      </p>
    </SectionMessage>
  );
}

/** As the back end checks it. */
const WORDS = { min: 20, max: 500 };

interface AcceptProps {
  readonly connection: ConnectionView;
  readonly accept: NonNullable<ConnectionCalls['acceptRisk']>;
}

function AcceptRisk({ connection, accept }: AcceptProps) {
  const own = connectionTexts.risk;
  const draft = useDraft(`risk ${connection.id}`, '');
  const [isChecked, setChecked] = useState(false);
  const action = useAction(async (words: string) => {
    await accept(connection, words);
    draft.forget();
  });
  const words = draft.value.trim();
  const isRight = words.length >= WORDS.min && words.length <= WORDS.max;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (isRight) void action.run(words);
    else focusOnProblem(event.currentTarget);
  };
  return (
    <details className="aside">
      <summary>{own.accept}</summary>
      <form onSubmit={submit} noValidate>
        <Stack space="space.200">
          <Field
            label={own.words}
            hint={own.wordsHint}
            error={isChecked && !isRight ? own.tooShort : undefined}
          >
            {({ id, describedBy, isInvalid }) => (
              <textarea
                className="text-area"
                id={id}
                aria-describedby={describedBy}
                aria-invalid={isInvalid}
                value={draft.value}
                onChange={({ currentTarget }) => draft.set(currentTarget.value)}
              />
            )}
          </Field>
          {action.failure ? <Failure failure={action.failure} title={own.failed} /> : null}
          <Inline>
            <Button type="submit" appearance="danger" isLoading={action.isRunning}>
              {own.button}
            </Button>
          </Inline>
        </Stack>
      </form>
    </details>
  );
}
