import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { launchStack, stackNameOf, templatesFolder } from '../../../src/connection/launch-stack';
import { roleSetup } from '../../../src/connection/setup';
import { createTemplatesFolders } from '../../../src/connection/templates-folders';
import { CONNECTION, EXTERNAL_ID, USER_ARN, withoutRole } from './a-connection';

const FOLDER = 'https://templates.s3.us-east-1.amazonaws.com/backlog/';
const NEW = withoutRole(CONNECTION);

/** The query of a quick-create link, as the console reads it. */
function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(new URL(url).hash.split('?')[1]);
}

describe('a link that launches the stack of a role', () => {
  test('has the template and its parameters filled in', () => {
    const { launch, parameters } = roleSetup(NEW, USER_ARN, FOLDER);
    expect(launch).toMatchObject({ region: 'eu-west-1', filled: true });
    expect(launch?.url).toMatch(
      /^https:\/\/eu-west-1\.console\.aws\.amazon\.com\/cloudformation\/home\?region=eu-west-1#\/stacks\/create\/review\?/,
    );
    expect(Object.fromEntries(queryOf(launch?.url ?? ''))).toEqual({
      templateURL: `${FOLDER}role.yaml`,
      stackName: `jira-${parameters.RoleName ?? ''}`,
      param_TrustedPrincipalArn: USER_ARN,
      param_ExternalId: EXTERNAL_ID,
      param_Access: 'ReadWrite',
      param_RoleName: parameters.RoleName,
    });
  });

  test('of GovCloud leads into the console of GovCloud', () => {
    const { launch } = roleSetup({ ...NEW, regions: ['us-gov-east-1'] }, USER_ARN, FOLDER);
    expect(launch?.url).toMatch(
      /^https:\/\/console\.amazonaws-us-gov\.com\/cloudformation\/home\?region=us-gov-east-1#\/stacks\/create\/review\?/,
    );
  });

  test('without templates in S3 leads to the page that takes an upload, and promises no more', () => {
    expect(roleSetup(NEW, USER_ARN).launch).toEqual({
      region: 'eu-west-1',
      url: 'https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#/stacks/create/template',
      filled: false,
    });
  });

  test('is not there before anybody can be trusted', () => {
    expect(roleSetup(NEW, undefined, FOLDER).launch).toBeUndefined();
  });

  test('gives back every value as it was', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,9}$/), fc.string({ minLength: 1 })),
        (values) => {
          const stack = {
            template: 'role.yaml',
            region: 'eu-west-1',
            stackName: 's',
            parameters: values,
          } as const;
          const query = queryOf(launchStack(stack, FOLDER).url);
          for (const [name, value] of Object.entries(values)) expect(query.get(`param_${name}`)).toBe(value);
        },
      ),
    );
  });

  test.each(['role.yaml', 'events.yaml'])('%s: the file that it names is one of aws/', (template) => {
    expect(readFileSync(join(__dirname, '../../../aws', template), 'utf8')).toContain(
      'AWSTemplateFormatVersion',
    );
  });
});

test.each([
  ['WellArchitectedBacklog-00aa', 'jira-WellArchitectedBacklog-00aa'],
  ['my+role=of,the.app@home_', 'jira-my-role-of-the-app-home-'],
])('the stack of the role %s is called %s, as create-role.sh calls it', (role, stack) => {
  expect(stackNameOf(role)).toBe(stack);
});

describe('the folder of the templates', () => {
  test.each([
    ['a bucket with its Region', FOLDER, FOLDER],
    ['without a slash at its end', FOLDER.slice(0, -1), FOLDER],
    ['a bucket alone', 'https://templates.s3.amazonaws.com', 'https://templates.s3.amazonaws.com/'],
    [
      'a bucket in the path',
      'https://s3.us-gov-west-1.amazonaws.com/templates/',
      'https://s3.us-gov-west-1.amazonaws.com/templates/',
    ],
    ['nothing', '', undefined],
    ['no address', 'templates', undefined],
    ['not https', FOLDER.replace('https', 'http'), undefined],
    ['not S3', 'https://example.invalid/', undefined],
    ['a lookalike', 'https://templates.s3.us-east-1.amazonaws.com.example.invalid/', undefined],
    ['a user before it', 'https://templates.s3.amazonaws.com@example.invalid/', undefined],
    ['the website of a bucket', 'https://templates.s3-website-us-east-1.amazonaws.com/', undefined],
    ['a query', `${FOLDER}?versionId=1`, undefined],
    ['longer than the console takes', `${FOLDER}${'x'.repeat(1000)}/`, undefined],
  ])('%s', (_what, text, folder) => expect(templatesFolder(text)).toBe(folder));
});

describe('the variables of the app', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('name a folder for each partition', () => {
    const folders = createTemplatesFolders({ WA_TEMPLATES_URL: ` ${FOLDER} ` });
    expect([folders('aws'), folders('aws-us-gov')]).toEqual([FOLDER, undefined]);
  });

  test('that name none count as none, and the log says so once, without their value', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const folders = createTemplatesFolders({ WA_GOV_TEMPLATES_URL: 'https://example.invalid/' });
    expect([folders('aws-us-gov'), folders('aws-us-gov')]).toEqual([undefined, undefined]);
    expect(warn.mock.calls).toEqual([[expect.any(String), { variable: 'WA_GOV_TEMPLATES_URL' }]]);
  });
});
