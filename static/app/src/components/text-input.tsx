import type { ReactNode } from 'react';
import TextField from '@atlaskit/textfield';
import { Field } from './field';

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with what was entered, and what to do. */
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `code`: an ARN, an id; nothing that a browser should correct or remember. `secret`: not even shown. */
  readonly kind?: 'words' | 'code' | 'secret';
  readonly maxLength?: number;
}

const KINDS = {
  words: {},
  code: { isMonospaced: true, spellCheck: false, autoComplete: 'off' },
  secret: { isMonospaced: true, spellCheck: false, autoComplete: 'new-password', type: 'password' },
} as const;

/** A line of text with its label. */
export function TextInput({ label, hint, error, value, onChange, kind = 'words', maxLength }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, isInvalid }) => (
        <TextField
          {...KINDS[kind]}
          id={id}
          aria-describedby={describedBy}
          isInvalid={isInvalid}
          maxLength={maxLength}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}
