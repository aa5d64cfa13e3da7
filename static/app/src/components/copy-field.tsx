import { useEffect, useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import './copy-field.css';
import { texts } from '../texts';
import { copy } from './copy';

interface Props {
  readonly label: string;
  readonly text: string;
  /** Several lines, such as JSON; scrolls where it is long. */
  readonly isBlock?: boolean;
}

type State = 'idle' | 'copied' | 'failed';

/** Milliseconds that the button says how it went. */
const SAID = 3000;

/** A text to take elsewhere, with a button that copies it and says so. */
export function CopyField({ label, text, isBlock = false }: Props) {
  const id = useId();
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SAID);
    return () => clearTimeout(timer);
  }, [state]);
  const take = async () => setState((await copy(text)) ? 'copied' : 'failed');
  const said = { idle: '', copied: texts.shared.copied, failed: texts.components.notCopied }[state];
  const words = (
    <span className="field-label" id={id}>
      {label}
    </span>
  );
  const button = (
    <Button spacing={isBlock ? 'compact' : 'default'} onClick={take} aria-describedby={id}>
      {said || texts.shared.copy}
    </Button>
  );
  return (
    <div className="copy-field">
      {isBlock ? (
        <div className="copy-head">
          {words}
          {button}
        </div>
      ) : (
        words
      )}
      <div className="copy-row">
        <pre className="copy-text" role="group" aria-labelledby={id} tabIndex={0}>
          {text}
        </pre>
        {isBlock ? null : button}
      </div>
      <span className="visually-hidden" role="status">
        {said && `${label}: ${said}`}
      </span>
    </div>
  );
}
