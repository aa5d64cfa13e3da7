import { describe, expect, test } from '@jest/globals';
import { renderSettings } from '../../../sandbox/cli/render-settings';
import { readSettingsArguments } from '../../../sandbox/cli/settings-arguments';
import { changeSettings, isChange } from '../../../sandbox/cli/settings-change';

const NEEDED = ['--workload', 'Shop', '--project', 'WA'];
const changeOf = (...options: string[]) => readSettingsArguments([...NEEDED, ...options]).change;

describe('the command line', () => {
  test('changes nothing unless it says what', () => {
    expect(isChange(changeOf())).toBe(false);
    expect(isChange(changeOf('--show'))).toBe(false);
  });

  test.each([
    ['--automatic', { mode: 'AUTO' }],
    ['--manual', { mode: 'MANUAL' }],
    ['--quiet 0', { quietSeconds: 0 }],
    ['--resolve-selects 10003 --resolve-selects 10004', { implemented: ['10003', '10004'] }],
  ])('%s', (options, change) => {
    const found = changeOf(...options.split(' '));
    expect(found).toMatchObject(change);
    expect(isChange(found)).toBe(true);
  });

  test.each([
    ['no workload', ['--project', 'WA'], /--workload is missing/],
    ['no project', ['--workload', 'Shop'], /--project is missing/],
    ['both modes', [...NEEDED, '--automatic', '--manual'], /exclude each other/],
    ['showing and changing', [...NEEDED, '--show', '--manual'], /--show changes nothing/],
    ['the name of a status', [...NEEDED, '--resolve-selects', 'Done'], /must be the ID of a status/],
    ['half a second', [...NEEDED, '--quiet', '0.5'], /whole number of seconds/],
    ['a site that is no URL', [...NEEDED, '--site', 'local'], /must be a URL/],
  ])('refuses %s', (_, argv, words) => {
    expect(() => readSettingsArguments(argv)).toThrow(words);
  });
});

describe('what is saved', () => {
  const NONE = { mode: undefined, implemented: [], quietSeconds: undefined };
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

  test('has a mode of its own once one is named', () => {
    expect(changeSettings(OWN, { ...NONE, mode: 'AUTO' })).toEqual({
      ...OWN,
      issueManagementStatus: 'ENABLED',
      issueManagementType: 'AUTO',
    });
  });

  test('replaces the statuses that select and keeps what means not applicable', () => {
    expect(changeSettings(OWN, { ...NONE, implemented: ['3'], quietSeconds: 5 })).toEqual({
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
