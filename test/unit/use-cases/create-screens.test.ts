/** Which fields a form offers for values: those that settings can fill, with what Jira lists. */
import { expect, test } from '@jest/globals';
import type { CreateField } from '../../../src/jira/client/create-meta';
import { listCreateScreens } from '../../../src/use-cases/create-screens';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';

const field = (fieldId: string, type: string, more: Partial<CreateField> = {}): CreateField => ({
  ...{ fieldId, name: fieldId, required: true, schema: { type } },
  ...more,
});

test('fields of the app and of kinds that cannot be expressed are left out; a default is no demand', async () => {
  const platform = await MemoryPlatform.linked();
  const options = Array.from({ length: 600 }, (_, index) => ({
    id: String(index),
    value: `Option ${index}`,
  }));
  const fields = [
    field('summary', 'string'),
    field('parent', 'issuelink'),
    field('customfield_1', 'option', { allowedValues: options }),
    field('customfield_2', 'number', { hasDefaultValue: true }),
    field('customfield_3', 'any'),
    field('customfield_4', 'date', { required: false }),
  ];
  const given = { fields: {}, problems: [], named: new Set<string>(), offScreen: [] };
  platform.examination = {
    problems: [],
    screens: [{ level: 'task', type: { id: '2', name: 'Task' }, fields, given }],
  };
  const { screens } = await listCreateScreens({}, PROJECT_ADMIN, platform);
  expect(screens).toMatchObject([{ level: 'task', issueTypeId: '2', name: 'Task' }]);
  expect(screens[0]?.fields.map(({ id, kind, required }) => [id, kind, required])).toEqual([
    ['customfield_1', 'choice', true],
    ['customfield_2', 'number', false],
    ['customfield_4', 'date', false],
  ]);
  expect(screens[0]?.fields[0]?.options).toHaveLength(500);
});
