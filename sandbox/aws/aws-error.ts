/** An error that an AWS operation answers, before a protocol gives it its form. */
export class AwsError extends Error {
  override readonly name = 'AwsError';

  constructor(
    /** The error's shape name, such as `ValidationException`. */
    readonly code: string,
    readonly status: number,
    message: string,
    /** Members beside the message. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
