import { AwsError } from '../../aws-error';

/** IAM's refusal of a policy document, with IAM's words where they are known. */
export function malformed(message: string): AwsError {
  return new AwsError('MalformedPolicyDocument', 400, message);
}

/** What IAM would accept and the stand-in cannot judge: refused, so that nothing is decided by a guess. */
export function unmodelled(what: string): AwsError {
  return malformed(`The local site does not evaluate ${what}`);
}

/** An object of JSON. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One text or a list of texts, as most elements of a policy may be written. */
export function textsOf(value: unknown, element: string): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((each) => {
    if (typeof each === 'string') return each;
    throw malformed(`Syntax errors in policy. ${element} must be a string or a list of strings.`);
  });
}
