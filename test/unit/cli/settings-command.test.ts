import { describe, expect, test } from '@jest/globals';
import { renderSettings } from '../../../sandbox/cli/render-settings';
import { readSettingsArguments } from '../../../sandbox/cli/settings-arguments';
import { changeSettings, isChange } from '../../../sandbox/cli/settings-change';

const NEEDED = ['--workload', 'Shop', '--project', 'WA'];
const NONE = { set: {}, implemented: [], fields: [] };
const changeOf = (...options: string[]) => readSettingsArguments([...NEEDED, ...options]).change;

describe('the command line', () => {
  test('changes nothing unless it says what', () => {
    expect(isChange(changeOf())).toBe(false);
    expect(isChange(changeOf('--show'))).toBe(false);
  });

  test.each([
    ['--automatic', { set: { issueManagementStatus: 'ENABLED', issueManagementType: 'AUTO' } }],
    ['--manual', { set: { issueManagementStatus: 'ENABLED', issueManagementType: 'MANUAL' } }],
    ['--quiet 0', { set: { quietSeconds: 0 } }],
    ['--resolve-selects 10003 --resolve-selects 10004', { implemented: ['10003', '10004'] }],
    ['--set scope=all --set parentsFollow=true', { set: { scope: 'all', parentsFollow: true } }],
    ['--set selection={"questionIds":["a=b"]}', { set: { selection: { questionIds: ['a=b'] } } }],
    ['--set doneStatusId="10003"', { set: { doneStatusId: '10003' } }],
    ['--set scope=', { set: { scope: undefined } }],
    ['--set nobodyKnows=it', { set: { nobodyKnows: 'it' } }],
    [
      '--field 10002.customfield_10100=10007 --field 10003.components=["1"] --field 10003.customfield_9=',
      {
        fields: [
          { issueTypeId: '10002', fieldId: 'customfield_10100', value: '10007' },
          { issueTypeId: '10003', fieldId: 'components', value: ['1'] },
          { issueTypeId: '10003', fieldId: 'customfield_9', value: undefined },
        ],
      },
    ],
    ['--quiet 60 --set quietSeconds=90', { set: { quietSeconds: 90 } }],
  ])('%s', (options, change) => {
    const found = changeOf(...options.split(' '));
    expect(found).toEqual({ ...NONE, ...change });
    expect(isChange(found)).toBe(true);
  });

  test.each([
    ['no workload', ['--project', 'WA'], /--workload is missing/],
    ['no project', ['--workload', 'Shop'], /--project is missing/],
    ['both modes', [...NEEDED, '--automatic', '--manual'], /exclude each other/],
    ['showing and changing', [...NEEDED, '--show', '--manual'], /--show changes nothing/],
    ['the name of a status', [...NEEDED, '--resolve-selects', 'Done'], /must be the ID of a status/],
    ['showing and setting', [...NEEDED, '--show', '--set', 'scope='], /--show changes nothing/],
    ['a setting without a value', [...NEEDED, '--set', 'scope'], /must be NAME=VALUE/],
    ['a setting without a name', [...NEEDED, '--set', '=all'], /must be NAME=VALUE/],
    [
      'a field without its issue type',
      [...NEEDED, '--field', 'customfield_1=x'],
      /must be TYPE\.FIELD=VALUE/,
    ],
    ['half a second', [...NEEDED, '--quiet', '0.5'], /whole number of seconds/],
    ['a site that is no URL', [...NEEDED, '--site', 'local'], /must be a URL/],
  ])('refuses %s', (_, argv, words) => {
    expect(() => readSettingsArguments(argv)).toThrow(words);
  });
});

describe('what is saved', () => {
  const OWN = {
    issueManagementStatus: 'INHERIT',
    resolveSelects: {
      implemented: [{ statusId: '1' }],
      notApplicable: [{ resolutionId: '2', reason: 'OTHER' }],
    },
    scope: 'all',
  } as const;

  test('is what was there, where nothing is said', () => {
    expect(changeSettings(OWN, NONE)).toEqual(OWN);
  });

  test('has what is set, and leaves what is taken away to the site', () => {
    const saved = changeSettings(OWN, { ...NONE, set: { parentsFollow: true, scope: undefined } });
    const { scope, ...others } = OWN;
    expect(JSON.parse(JSON.stringify(saved))).toEqual({ ...others, parentsFollow: true });
  });

  test('has the fields that are given, without those that are given nothing', () => {
    const at = (fieldId: string, value: string | undefined) => ({ issueTypeId: '1', fieldId, value });
    const own = { ...OWN, fieldValues: [at('a', 'old'), at('b', 'kept'), at('c', 'gone')] };
    const saved = changeSettings(own, {
      ...NONE,
      fields: [at('a', 'new'), at('c', undefined), at('d', 'more')],
    });
    expect(saved).toEqual({ ...own, fieldValues: [at('a', 'new'), at('b', 'kept'), at('d', 'more')] });
  });

  test('replaces the statuses that select and keeps what means not applicable', () => {
    expect(changeSettings(OWN, { set: { quietSeconds: 5 }, implemented: ['3'] })).toEqual({
      ...OWN,
      quietSeconds: 5,
      resolveSelects: { ...OWN.resolveSelects, implemented: [{ statusId: '3' }] },
    });
  });
});

describe('what is shown', () => {
  const effective = {
    issueManagementStatus: 'ENABLED',
    issueManagementType: 'MANUAL',
    quietSeconds: 5,
    scope: 'risks',
  };

  test("each setting, and whether it is the link's own", () => {
    const settings = { issueManagementStatus: 'ENABLED', quietSeconds: 5 } as const;
    expect(renderSettings({ settings, effective })).toEqual([
      '  issueManagementStatus  "ENABLED" (its own)',
      '  issueManagementType    "MANUAL" (its own)',
      '  quietSeconds           5 (its own)',
      '  scope                  "risks" (of the site)',
    ]);
  });

  test('a link that inherits takes status and type from the site, whatever type it once had', () => {
    const settings = { issueManagementStatus: 'INHERIT', issueManagementType: 'AUTO' } as const;
    expect(renderSettings({ settings, effective }).slice(0, 2)).toEqual([
      '  issueManagementStatus  "ENABLED" (of the site)',
      '  issueManagementType    "MANUAL" (of the site)',
    ]);
  });
});
