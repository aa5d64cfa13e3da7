/** What STS answers, in the XML of its query protocol (STS API Reference). */
import type { Recorded } from '../wellarchitected/recorded-aws';

const XML = { 'content-type': 'text/xml' };

/** Credentials numbered, so that a test sees which of them signed a call. */
export function assumed(number: number, expiration: Date): Recorded {
  const body = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
    <AssumedRoleUser><AssumedRoleId>AROA:wa</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/wa/wa</Arn></AssumedRoleUser>
    <Credentials><AccessKeyId>ASIA${number}</AccessKeyId><SecretAccessKey>secret${number}</SecretAccessKey>
    <SessionToken>token${number}</SessionToken><Expiration>${expiration.toISOString()}</Expiration></Credentials>
    </AssumeRoleResult></AssumeRoleResponse>`;
  return { status: 200, headers: XML, body };
}

export function identified(arn: string): Recorded {
  const body = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
    <Arn>${arn}</Arn><UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
  return { status: 200, headers: XML, body };
}

export function stsError(status: number, code: string, message: string): Recorded {
  const body = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
    <Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
  return { status, headers: XML, body };
}
