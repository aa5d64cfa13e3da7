import { describe, expect, it } from '@jest/globals';
import { canonicalRequest } from '../../../sandbox/aws/sigv4/canonical-request';
import { signatureOf, stringToSign } from '../../../sandbox/aws/sigv4/signature';

/** The key pair, time and Region of AWS's published Signature Version 4 test suite. */
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const TIME = '20150830T123600Z';

interface Vector {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly service?: string;
  readonly host?: string;
}

function signatureFor(vector: Vector): string {
  const { method = 'GET', path = '/', query = '', body = '', service = 'service' } = vector;
  const host = vector.host ?? 'example.amazonaws.com';
  const headers = [['Host', host], ['X-Amz-Date', TIME], ...(vector.headers ?? [])] as const;
  const names = headers.map(([name]) => name.toLowerCase()).sort();
  const request = { method, path, query, headers, body: Buffer.from(body) };
  const scope = { date: '20150830', region: 'us-east-1', service };
  return signatureOf(SECRET, scope, stringToSign(TIME, scope, canonicalRequest(request, names)));
}

const FORM = ['Content-Type', 'application/x-www-form-urlencoded'] as const;

describe('signatures are those of the published test suite', () => {
  it.each<[string, Vector, string]>([
    ['get-vanilla', {}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-relative-relative',
      { path: '/example1/example2/../..' },
      '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ],
    ['get-slash', { path: '//' }, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['get-utf8', { path: '/ሴ' }, '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85'],
    [
      'get-space',
      { path: '/example space/' },
      '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741',
    ],
    [
      'get-vanilla-query-order-key-case',
      { query: 'Param2=value2&Param1=value1' },
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-vanilla-utf8-query',
      { query: '%E1%88%B4=bar' },
      '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
    ],
    [
      'get-header-value-trim',
      {
        headers: [
          ['My-Header1', ' value1'],
          ['My-Header2', ' "a   b   c"'],
        ],
      },
      'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    ],
    ['post-vanilla', { method: 'POST' }, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    [
      'post-x-www-form-urlencoded',
      { method: 'POST', headers: [FORM], body: 'Param1=value1' },
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
    [
      'the ListUsers example of the IAM guide',
      {
        host: 'iam.amazonaws.com',
        service: 'iam',
        query: 'Action=ListUsers&Version=2010-05-08',
        headers: [['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']],
      },
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    ],
  ])('%s', (_name, vector, signature) => {
    expect(signatureFor(vector)).toBe(signature);
  });

  it('encodes a segment once more, so an ARN in the path is `%253A` and `%252F`', () => {
    const path = '/aws/lenses/arn%3Aaws%3Awellarchitected%3A%3Aaws%3Alens%2Fwellarchitected';
    const request = { method: 'GET', path, query: '', headers: [], body: new Uint8Array() };
    expect(canonicalRequest(request, []).split('\n')[1]).toBe(
      '/aws/lenses/arn%253Aaws%253Awellarchitected%253A%253Aaws%253Alens%252Fwellarchitected',
    );
  });
});
