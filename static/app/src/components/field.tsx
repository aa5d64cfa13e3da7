import { type ReactNode, useId } from 'react';
import './field.css';
import { texts } from '../texts';

export interface Control {
  readonly id: string;
  /** What screen readers say after the label. */
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
}

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with what was entered, and what to do. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
  readonly children: (control: Control) => ReactNode;
}

/** A labelled control with its hint and what is wrong with it. */
export function Field({ label, hint, error, isOptional = false, children }: Props) {
  const id = useId();
  const parts = [hint === undefined ? [] : [`${id}-hint`], error === undefined ? [] : [`${id}-error`]].flat();
  const describedBy = parts.length === 0 ? undefined : parts.join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {isOptional ? <span className="field-optional"> {texts.components.optional}</span> : null}
      </label>
      {hint === undefined ? null : (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({ id, describedBy, isInvalid: error !== undefined })}
      {error === undefined ? null : (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
