/** The ARN of a role as a person enters it. Pure. */
import { z } from 'zod';

/** IAM: account of 12 digits, path and name of `[\w+=,.@/-]`, the name ≤64 and the path ≤512 characters. */
const ROLE = /^arn:aws(?:-us-gov)?:iam::\d{12}:role\/(?:[\w+=,.@/-]{1,511}\/)?[\w+=,.@-]{1,64}$/;
const HINT = 'Enter the ARN of an IAM role: arn:aws:iam::<12-digit account>:role/<name>.';

export const roleArn = z
  .string(HINT)
  .trim()
  .superRefine((arn, context) => {
    if (!ROLE.test(arn)) context.addIssue(problemOf(arn));
  });

/** First that fits: what the text is instead, and HINT for the rest. */
const MISTAKES: readonly (readonly [RegExp, string])[] = [
  [/^arn:aws-cn:/, 'AWS does not offer the Well-Architected Tool in the Regions of China (arn:aws-cn).'],
  [
    /^arn:aws-(?!us-gov:)[a-z-]+:/,
    'The app works in the commercial Regions (arn:aws) and in GovCloud (arn:aws-us-gov) only.',
  ],
  [/^arn:aws[a-z-]*:iam::\d{12}:(user|group|root|instance-profile|policy)\b/, 'This is not a role.'],
  [/^arn:aws[a-z-]*:sts:.*:assumed-role\//, 'This is the session of a role, not the role.'],
  [/^arn:aws[a-z-]*:iam::(?!\d{12}:)[^:]*:role\//, 'The account must have 12 digits.'],
];

function problemOf(arn: string): string {
  const mistake = MISTAKES.find(([form]) => form.test(arn));
  return mistake === undefined ? HINT : `${mistake[1]} ${HINT}`;
}
