/** What the app answers, with its reasons in words: as the command line says them. */
import type * as contract from '../../src/contract';
import type { Reason, Remark } from '../../src/contract';
import { english } from '../../words/en';
import { formatter } from '../../words/format';
import { sayIn } from '../../words/say';

const say = formatter(english, sayIn('en'));

/** A remark has its `reason`, a refusal and a notice are one text with a line for each reason. */
export type Worded<T> = T extends Remark
  ? Omit<T, 'params'> & { reason: string }
  : T extends Reason
    ? string
    : T extends readonly (infer E)[]
      ? Worded<E>[]
      : T extends object
        ? {
            [K in keyof T as K extends 'reasons' ? 'message' : K]: K extends 'refusal' | 'reasons'
              ? string
              : Worded<Exclude<T[K], undefined>>;
          }
        : T;

export type RunView = Worded<contract.RunView>;
export type PlannedChange = Worded<contract.PlannedChange>;
export type IssueInReview = Worded<contract.IssueInReview>;
export type SettingsView = Worded<contract.SettingsView>;
export type LinkedWorkloadView = Worded<contract.LinkedWorkloadView>;
export type ConnectionView = Worded<contract.ConnectionView>;
export type ConnectionTest = Worded<contract.ConnectionTest>;
export type PreflightCheck = Worded<contract.PreflightCheck>;
export type AuditEntry = Worded<contract.AuditEntry>;
export type Check = Worded<contract.Check>;

export function worded<T>(answer: T): Worded<T> {
  return inWords(answer) as Worded<T>;
}

function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords);
  if (typeof value !== 'object' || value === null) return value;
  if (!isReason(value)) return Object.fromEntries(Object.entries(value).map(member));
  if (!('title' in value)) return say(value);
  const { params, ...remark } = value;
  return { ...remark, reason: say({ code: value.code, params }) };
}

function member([name, value]: [string, unknown]): [string, unknown] {
  if (name !== 'refusal' && name !== 'reasons') return [name, inWords(value)];
  return [name === 'reasons' ? 'message' : name, (inWords(value) as readonly string[]).join('\n')];
}

function isReason(value: object): value is Reason {
  return 'code' in value && 'params' in value;
}
