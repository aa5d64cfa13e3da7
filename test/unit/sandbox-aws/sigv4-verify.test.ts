import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { ListWorkloadsCommand } from '@aws-sdk/client-wellarchitected';
import { describe, expect, it } from '@jest/globals';
import {
  ADMINISTRATOR_ACCESS,
  DEFAULT_ROLE_ARN,
  DEFAULT_USER_ARN,
  trustPolicyFor,
} from '../../../sandbox/aws/index';
import { type ClientOptions, clientOf, type SandboxAws, sandboxAws, stsOf } from '../../contract/aws/world';

const MINUTE = 60_000;

async function listWith({ handler }: SandboxAws, options: ClientOptions): Promise<string> {
  try {
    await clientOf(handler, options).send(new ListWorkloadsCommand({}));
    return 'answered';
  } catch (error) {
    return refusalOf(error);
  }
}

async function identifyWith({ handler }: SandboxAws, options: ClientOptions): Promise<string> {
  try {
    await stsOf(handler, options).send(new GetCallerIdentityCommand({}));
    return 'answered';
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): string {
  const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
  return `${$metadata?.httpStatusCode ?? '?'} ${name}`;
}

async function sessionOf({
  aws,
  sts,
}: SandboxAws): Promise<Required<Pick<ClientOptions, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>>> {
  const policies = { Everything: ADMINISTRATOR_ACCESS };
  const trustPolicy = trustPolicyFor(DEFAULT_USER_ARN);
  aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy, policies });
  const { Credentials: made } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: DEFAULT_ROLE_ARN,
      RoleSessionName: 'app',
      ExternalId: 'any',
      DurationSeconds: 900,
    }),
  );
  return {
    accessKeyId: made!.AccessKeyId!,
    secretAccessKey: made!.SecretAccessKey!,
    sessionToken: made!.SessionToken!,
  };
}

describe('who signed a request', () => {
  it.each<[string, ClientOptions, string, string]>([
    ['the user', {}, 'answered', 'answered'],
    [
      'the user, at an endpoint with a base path',
      { endpoint: 'http://127.0.0.1:8080/aws' },
      'answered',
      'answered',
    ],
    [
      'an unknown key',
      { accessKeyId: 'AKIAUNKNOWNUNKNOWN00' },
      '403 UnrecognizedClientException',
      '403 InvalidClientTokenId',
    ],
    [
      'the user with a wrong secret',
      { secretAccessKey: 'wrong' },
      '403 InvalidSignatureException',
      '403 SignatureDoesNotMatch',
    ],
    [
      'the user with a session token',
      { sessionToken: 'any' },
      '403 UnrecognizedClientException',
      '403 InvalidClientTokenId',
    ],
  ])('%s', async (_who, options, toTool, toSts) => {
    const world = sandboxAws();
    expect(await listWith(world, options)).toBe(toTool);
    expect(await identifyWith(world, options)).toBe(toSts);
  });

  it('a session with its token, until it ends', async () => {
    const world = sandboxAws();
    const session = await sessionOf(world);
    expect(await listWith(world, session)).toBe('answered');
    expect(await listWith(world, { ...session, sessionToken: 'other' })).toBe(
      '403 UnrecognizedClientException',
    );
    expect(await identifyWith(world, session)).toBe('answered');
  });

  it.each([
    ['4 minutes', 4 * MINUTE, 'answered', 'answered'],
    ['6 minutes', 6 * MINUTE, '403 InvalidSignatureException', 'answered'],
    ['14 minutes', 14 * MINUTE, '403 InvalidSignatureException', 'answered'],
    ['16 minutes', 16 * MINUTE, '403 InvalidSignatureException', '403 SignatureDoesNotMatch'],
  ])('a client whose clock is %s behind', async (_skew, ms, toTool, toSts) => {
    const world = sandboxAws();
    world.clock.advance(ms);
    expect(await listWith(world, {})).toBe(toTool);
    expect(await identifyWith(world, {})).toBe(toSts);
  });
});

describe('requests that no SDK sends', () => {
  const send = async (
    init: RequestInit,
    url = 'https://wellarchitected.us-east-1.amazonaws.com/workloads/x',
  ) => {
    const { response, service, operation } = await sandboxAws().aws.handle(new Request(url, init));
    return { service, operation, status: response.status, type: response.headers.get('x-amzn-errortype') };
  };

  it('an unsigned one', async () => {
    expect(await send({})).toEqual({
      service: 'wellarchitected',
      operation: 'GetWorkload',
      status: 403,
      type: 'MissingAuthenticationTokenException',
    });
  });

  it('an unsigned form', async () => {
    const body = new URLSearchParams({ Action: 'GetCallerIdentity' });
    expect(await send({ method: 'POST', body }, 'http://127.0.0.1/aws/')).toMatchObject({
      service: 'sts',
      status: 403,
    });
  });

  it('half a signature', async () => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20150830/us-east-1/wellarchitected' };
    expect(await send({ headers })).toMatchObject({ type: 'IncompleteSignatureException' });
  });
});

describe('what a signature covers', () => {
  it.each<[string, (request: Request, body: string) => Request]>([
    ['the body', (request, body) => new Request(request, { body: body.replace('50', '49') })],
    [
      'the path',
      (request, body) =>
        new Request(request.url.replace('Summaries', 'summaries'), { ...copy(request), body }),
    ],
    ['a query added', (request, body) => new Request(`${request.url}?a=b`, { ...copy(request), body })],
    ['the method', (request, body) => new Request(request.url, { ...copy(request), method: 'PUT', body })],
  ])('%s', async (_part, tamper) => {
    const world = sandboxAws();
    const handle = world.aws.handle.bind(world.aws);
    const answered: string[] = [];
    world.aws.handle = async (request) => {
      const body = await request.clone().text();
      const answer = await handle(tamper(request, body));
      answered.push(answer.response.headers.get('x-amzn-errortype') ?? 'none');
      return answer;
    };
    await expect(world.client.send(new ListWorkloadsCommand({ MaxResults: 50 }))).rejects.toThrow();
    expect(answered).toEqual(['InvalidSignatureException']);
  });
});

function copy({ method, headers }: Request): RequestInit {
  return { method, headers };
}
