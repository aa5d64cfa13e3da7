import { type ReactNode, useId } from 'react';
import './choice.css';
import './field.css';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface Props<T extends string> {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, each with a word on what it means. */
export function Choice<T extends string>({ legend, hint, options, value, onChange }: Props<T>) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <fieldset className="choice" aria-describedby={hintId}>
      <legend className="choice-legend">{legend}</legend>
      {hint === undefined ? null : (
        <div className="field-hint" id={hintId}>
          {hint}
        </div>
      )}
      {options.map((option) => (
        <div className="choice-option" key={option.value}>
          <input
            type="radio"
            className="choice-mark"
            id={`${id}-${option.value}`}
            name={id}
            checked={option.value === value}
            aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}-hint`}
            onChange={() => onChange(option.value)}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          {option.hint === undefined ? null : (
            <p className="choice-hint" id={`${id}-${option.value}-hint`}>
              {option.hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
