/** What AWS answers without doing anything: the tool in JSON, the Security Token Service in XML. */
import type { Answered } from '../../forge/protocol';
import { drawn } from '../../random';
import { jsonAnswer } from './answers';
import type { RefusalOf } from './model';

interface AwsFailure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const INTERNAL = { status: 500, code: 'InternalServerException', message: 'The server failed.' };
const UNAVAILABLE = { status: 503, code: 'ServiceUnavailable', message: 'The service is unavailable.' };

/** @param chance decides what the fault leaves open. */
export function awsRefusal(fault: RefusalOf['aws'], url: string, now: number, chance: string): Answered {
  const { status, code, message } = failureOf(fault, chance);
  const date = new Date(now).toUTCString();
  if (!new URL(url).hostname.startsWith('sts.')) {
    return jsonAnswer(status, { Message: message }, { 'x-amzn-errortype': code, date });
  }
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return {
    kind: 'answered',
    status,
    statusText: '',
    headers: [
      ['content-type', 'text/xml'],
      ['date', date],
    ],
    body: new TextEncoder().encode(`<ErrorResponse>${error}</ErrorResponse>`),
  };
}

function failureOf(fault: RefusalOf['aws'], chance: string): AwsFailure {
  switch (fault) {
    case 'throttled':
      return { status: 429, code: 'ThrottlingException', message: 'Rate exceeded' };
    case 'conflict':
      return { status: 409, code: 'ConflictException', message: 'The resource was changed meanwhile.' };
    case 'server-error':
      return drawn(chance) < 0.5 ? INTERNAL : UNAVAILABLE;
  }
}
