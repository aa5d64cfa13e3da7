/** The Security Token Service: AssumeRole and GetCallerIdentity. */
import { AwsError } from '../aws-error';
import type { Principal } from '../iam/principals';
import { assumeRole } from './assume-role';
import type { XmlResult } from './query-protocol';
import type { StsScene } from './scene';

/** @throws AwsError InvalidAction for an action that the stand-in does not know. */
export function runStsAction(
  scene: StsScene,
  caller: Principal,
  action: string,
  parameters: URLSearchParams,
): XmlResult {
  switch (action) {
    case 'AssumeRole':
      return assumeRole(scene, caller, parameters);
    case 'GetCallerIdentity':
      return { UserId: caller.userId, Account: scene.account, Arn: caller.arn };
    default: {
      const message = `Could not find operation ${action} for version ${parameters.get('Version') ?? 'NO_VERSION_SPECIFIED'}`;
      throw new AwsError('InvalidAction', 400, message);
    }
  }
}
