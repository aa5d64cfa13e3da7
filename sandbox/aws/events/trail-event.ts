/** A call of the tool as CloudTrail tells EventBridge of it ("AWS service events delivered via CloudTrail"). */
import { nameOf, parseArn } from '../iam/arn';
import { uuid } from '../ids';

/** Who called. */
export interface TrailCaller {
  readonly kind: 'user' | 'session';
  /** A user's, or that of a session under `sts`. */
  readonly arn: string;
  readonly userId: string;
  readonly account: string;
  /** A user's ARN, or that of the role that a session is of. */
  readonly principalArn: string;
}

/** A call that writes: EventBridge is told of no other. */
export interface ApiCall {
  readonly name: string;
  readonly region: string;
  readonly caller: TrailCaller;
  /** As the API names them, and as they were sent. AWS blots out some texts (`***`); which ones is unverified (A29). */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch, by AWS's clock. */
  readonly at: number;
  /** Of a call that was refused or failed. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** The members that rules and targets read. */
export interface TrailEvent {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly detail: { readonly eventName: string };
}

/** @param number makes the ids: a call has one event. */
export function trailEvent(call: ApiCall, number: number): TrailEvent {
  const { name: eventName, region, caller, parameters, error } = call;
  const time = new Date(call.at).toISOString().replace(/\.\d+Z$/u, 'Z');
  const event = {
    version: '0',
    id: uuid(`event/${number}`),
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.wellarchitected',
    account: caller.account,
    time,
    region,
    resources: [],
    detail: {
      eventVersion: '1.11',
      userIdentity: userIdentity(caller),
      eventTime: time,
      eventSource: 'wellarchitected.amazonaws.com',
      eventName,
      awsRegion: region,
      sourceIPAddress: '192.0.2.1',
      userAgent: 'local',
      ...(error === undefined ? {} : { errorCode: error.code, errorMessage: error.message }),
      requestParameters: parameters,
      responseElements: null,
      requestID: uuid(`event/${number}/request`),
      eventID: uuid(`event/${number}/record`),
      readOnly: false,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: caller.account,
      eventCategory: 'Management',
    },
  };
  return event;
}

/** "CloudTrail userIdentity element": a user has no session, and so no issuer. */
function userIdentity({ kind, arn, userId, account, principalArn }: TrailCaller): object {
  const common = { principalId: userId, arn, accountId: account };
  if (kind === 'user') return { type: 'IAMUser', ...common, userName: nameOf(arn) };
  const sessionIssuer = {
    type: 'Role',
    principalId: userId.split(':')[0],
    arn: principalArn,
    accountId: parseArn(principalArn)?.account,
    userName: nameOf(principalArn),
  };
  return { type: 'AssumedRole', ...common, sessionContext: { sessionIssuer, attributes: {} } };
}
