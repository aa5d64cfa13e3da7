/** The ARN of a role as a person enters it. Pure. */
import { z } from 'zod';
import type { Reason } from '../reason';
import { because, problem } from './input-reasons';

/** IAM: account of 12 digits, path and name of `[\w+=,.@/-]`, the name ≤64 and the path ≤512 characters. */
const ROLE = /^arn:aws(?:-us-gov)?:iam::\d{12}:role\/(?:[\w+=,.@/-]{1,511}\/)?[\w+=,.@-]{1,64}$/;
const HINT = problem('enter-role-arn');

export const roleArn = z
  .string(HINT)
  .trim()
  .superRefine((arn, context) => {
    if (!ROLE.test(arn)) context.addIssue(problemOf(arn));
  });

/** First that fits: what the text is instead, and HINT for the rest. */
const MISTAKES: readonly (readonly [RegExp, Reason])[] = [
  [/^arn:aws-cn:/, because('arn-of-china')],
  [/^arn:aws-(?!us-gov:)[a-z-]+:/, because('arn-of-unserved-partition')],
  [/^arn:aws[a-z-]*:iam::\d{12}:(user|group|root|instance-profile|policy)\b/, because('arn-of-no-role')],
  [/^arn:aws[a-z-]*:sts:.*:assumed-role\//, because('arn-of-session')],
  [/^arn:aws[a-z-]*:iam::(?!\d{12}:)[^:]*:role\//, because('arn-without-account')],
];

function problemOf(arn: string): string {
  const mistake = MISTAKES.find(([form]) => form.test(arn));
  return mistake === undefined ? HINT : problem('no-role-arn', { mistake: mistake[1] });
}
