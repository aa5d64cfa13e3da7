import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import './ask-first.css';
import { useAction } from '../data/use-action';
import { texts } from '../texts';
import { Failure } from './failure';

interface Props {
  /** Of the button that asks, and of the one that does it: a verb. */
  readonly verb: string;
  /** The verb with what it is done to, where a page has several. */
  readonly name?: string;
  readonly isSubtle?: boolean;
  readonly question: string;
  /** Of the button that does it; `danger` for what takes something away. */
  readonly appearance?: 'danger' | 'primary';
  /** What stops, and what stays. */
  readonly children: ReactNode;
  /** @throws CallFailure */
  readonly work: () => Promise<void>;
}

/**
 * A button that asks before something that a click cannot undo, or that costs. It asks where it stands: a dialog would open at
 * the top of the page's frame, which may be far above what the reader sees.
 */
export function AskFirst(props: Props) {
  const { verb, name, isSubtle = false, question, appearance = 'danger', children, work } = props;
  const [isAsking, setAsking] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const close = () => {
    setAsking(false);
    setWasAsked(true);
  };
  if (isAsking) {
    return (
      <Question verb={verb} question={question} appearance={appearance} work={work} onClose={close}>
        {children}
      </Question>
    );
  }
  return (
    <Button
      appearance={isSubtle ? 'subtle' : 'default'}
      aria-label={name}
      autoFocus={wasAsked}
      onClick={() => setAsking(true)}
    >
      {verb}
    </Button>
  );
}

type QuestionProps = Required<Pick<Props, 'verb' | 'question' | 'appearance' | 'children' | 'work'>> & {
  readonly onClose: () => void;
};

function Question({ verb, question, appearance, children, work, onClose }: QuestionProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const action = useAction(async () => {
    await work();
    onClose();
  });
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      className="question"
      role="group"
      aria-label={question}
      aria-describedby={id}
      ref={box}
      tabIndex={-1}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <SectionMessage
        appearance={appearance === 'danger' ? 'warning' : 'information'}
        title={question}
        headingLevel="h3"
      >
        <Stack space="space.150">
          <div id={id}>{children}</div>
          {action.failure ? <Failure failure={action.failure} title={texts.components.notDone} /> : null}
          <Inline space="space.100" rowSpace="space.100" shouldWrap>
            <Button appearance={appearance} isLoading={action.isRunning} onClick={() => void action.run()}>
              {verb}
            </Button>
            <Button appearance="subtle" onClick={onClose}>
              {texts.shared.cancel}
            </Button>
          </Inline>
        </Stack>
      </SectionMessage>
    </div>
  );
}
