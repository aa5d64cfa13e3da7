import { describe, expect, test } from '@jest/globals';
import { effectiveSettings, isAutomatic } from '../../../src/settings/effective';
import {
  DEFAULT_LINK_SETTINGS,
  DEFAULT_SITE_SETTINGS,
  type LinkSettings,
  type SiteSettings,
} from '../../../src/settings/model';
import { linkSettingsSchema, siteSettingsSchema } from '../../../src/settings/schema';

const AUTO_SITE: SiteSettings = { ...DEFAULT_SITE_SETTINGS, issueManagementType: 'AUTO' };
const OFF_SITE: SiteSettings = { ...DEFAULT_SITE_SETTINGS, issueManagementStatus: 'DISABLED' };

describe('status and type of a link', () => {
  const table: readonly [
    words: string,
    site: SiteSettings,
    link: LinkSettings,
    status: string,
    type: string,
    automatic: boolean,
  ][] = [
    ['inherited from a manual site', DEFAULT_SITE_SETTINGS, of('INHERIT'), 'ENABLED', 'MANUAL', false],
    ['inherited from an automatic site', AUTO_SITE, of('INHERIT'), 'ENABLED', 'AUTO', true],
    ['inherited from a site that is off', OFF_SITE, of('INHERIT'), 'DISABLED', 'MANUAL', false],
    [
      'inherited, whatever its own type',
      DEFAULT_SITE_SETTINGS,
      of('INHERIT', 'AUTO'),
      'ENABLED',
      'MANUAL',
      false,
    ],
    [
      'its own, automatic on a manual site',
      DEFAULT_SITE_SETTINGS,
      of('ENABLED', 'AUTO'),
      'ENABLED',
      'AUTO',
      true,
    ],
    [
      'its own without a type: manual, on an automatic site too',
      AUTO_SITE,
      of('ENABLED'),
      'ENABLED',
      'MANUAL',
      false,
    ],
    ['on where the site is off', OFF_SITE, of('ENABLED', 'AUTO'), 'ENABLED', 'AUTO', true],
    ['off where the site is automatic', AUTO_SITE, of('DISABLED', 'AUTO'), 'DISABLED', 'AUTO', false],
  ];
  test.each(table)('%s', (_, site, link, status, type, automatic) => {
    const effective = effectiveSettings(site, link);
    expect([effective.issueManagementStatus, effective.issueManagementType]).toEqual([status, type]);
    expect(isAutomatic(effective)).toBe(automatic);
  });
});

test('every other setting is the link’s own where it has one, and the site’s where it has none', () => {
  const resolveSelects = { implemented: [{ statusId: '3' }], notApplicable: [] };
  const site: SiteSettings = { ...DEFAULT_SITE_SETTINGS, scope: 'all', quietSeconds: 300, resolveSelects };
  const inherited = effectiveSettings(site, of('INHERIT'));
  expect(inherited).toMatchObject({ scope: 'all', quietSeconds: 300, parentsFollow: false, resolveSelects });
  const own = { scope: 'risks', quietSeconds: 60, parentsFollow: true, doneStatusId: '10' } as const;
  expect(effectiveSettings(site, { ...of('INHERIT'), ...own })).toEqual({ ...inherited, ...own });
});

test('a setting of the site alone does not hold for a link', () => {
  const effective = effectiveSettings(DEFAULT_SITE_SETTINGS, of('INHERIT'));
  expect(effective).not.toHaveProperty('projectConnections');
});

describe('settings from outside', () => {
  test('of a site say whether projects connect accounts of their own', () => {
    expect(siteSettingsSchema.safeParse({}).success).toBe(false);
  });

  test('what is left out has its default', () => {
    expect(siteSettingsSchema.parse({ projectConnections: true })).toEqual(DEFAULT_SITE_SETTINGS);
    expect(linkSettingsSchema.parse({})).toEqual(DEFAULT_LINK_SETTINGS);
  });

  test.each([
    ['a status that AWS does not have', { issueManagementStatus: 'ON' }],
    ['no pause at all', { quietSeconds: 0 }],
    ['a pause of more than an hour', { quietSeconds: 3601 }],
    [
      'a meaning of neither status nor resolution',
      { resolveSelects: { implemented: [{}], notApplicable: [] } },
    ],
    [
      'a reason that AWS does not have',
      { resolveSelects: { implemented: [], notApplicable: [{ statusId: '1', reason: 'NONE' }] } },
    ],
    ['a setting that nobody knows', { issueManagmentType: 'AUTO' }],
  ])('refused: %s', (_, settings) => {
    expect(linkSettingsSchema.safeParse(settings).success).toBe(false);
  });
});

function of(
  issueManagementStatus: LinkSettings['issueManagementStatus'],
  issueManagementType?: LinkSettings['issueManagementType'],
): LinkSettings {
  return {
    ...DEFAULT_LINK_SETTINGS,
    issueManagementStatus,
    ...(issueManagementType ? { issueManagementType } : {}),
  };
}
