import { expect, it } from '@jest/globals';
import { type Outside, perform } from '../../../sandbox/forge/outside';
import { sandboxAws } from '../../contract/aws/world';

it('the app sees a Region without the tool as a host name that does not resolve', async () => {
  const { aws } = sandboxAws();
  const upstream: Outside['upstream'] = {
    jira: () => Promise.reject(new Error('not asked')),
    aws: async (request) => (await aws.handle(request)).response,
  };
  const nothing = () => ({ status: 501 });
  const scope = 'AKIAANY/20260101/eu-south-2/wellarchitected/aws4_request';
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=any`;
  const call = {
    target: { type: 'fetch' as const },
    url: 'https://wellarchitected.eu-south-2.amazonaws.com/lenses',
    method: 'GET',
    headers: [['authorization', authorization]] as const,
    body: undefined,
  };
  expect(await perform(call, undefined, { upstream, kvs: nothing, queue: nothing, scopes: [] })).toEqual({
    kind: 'no-answer',
    code: 'ENOTFOUND',
    message: 'getaddrinfo ENOTFOUND wellarchitected.eu-south-2.amazonaws.com',
  });
});
