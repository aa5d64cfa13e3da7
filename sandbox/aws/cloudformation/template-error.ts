import { AwsError } from '../aws-error';

/** CloudFormation's refusal of a template or of its parameters, with CloudFormation's words where known. */
export function templateError(message: string): AwsError {
  return new AwsError('ValidationError', 400, message);
}

/** What CloudFormation may accept and the stand-in does not know: refused, never ignored. */
export function unknownHere(what: string): AwsError {
  return templateError(`Template validation error: the local site does not know ${what}`);
}

/** An object of the template. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws AwsError naming the key that is not among those. */
export function onlyKeys(
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  where: string,
): void {
  const other = Object.keys(value).find((key) => !keys.includes(key));
  if (other !== undefined) throw unknownHere(`${where} ${other}`);
}
