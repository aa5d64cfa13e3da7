/** What settings give a field, in the form that a create takes: one row a kind, with what it refuses. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encode } from '../../../src/jira/client/field-content';
import { kindOf, optionsOf, type FieldType } from '../../../src/jira/client/field-kinds';
import type { FieldContent, FieldKind } from '../../../src/jira/model';

const OPTIONS = [
  { id: '1', name: 'North', children: [{ id: '11', name: 'Oslo' }] },
  { id: '2', name: 'South', children: [{ id: '21', name: 'Rome' }] },
];

const given = (kind: FieldKind, content: FieldContent, isSystem = false) => {
  const encoded = encode(kind, content, OPTIONS, isSystem);
  return encoded.ok ? encoded.value : encoded.why;
};

describe('what is sent', () => {
  test.each<[FieldKind, FieldContent, unknown]>([
    ['text', 'Cost centre 7', 'Cost centre 7'],
    ['url', 'https://example.com/a', 'https://example.com/a'],
    ['number', 7.5, 7.5],
    ['number', '-12.50', -12.5],
    ['date', '2026-02-28', '2026-02-28'],
    ['datetime', '2026-01-31T09:30:00+02:00', '2026-01-31T07:30:00.000+0000'],
    ['choice', '2', { id: '2' }],
    ['choices', ['2', '1', '2'], [{ id: '2' }, { id: '1' }]],
    ['cascading', ['1'], { id: '1' }],
    ['cascading', ['1', '11'], { id: '1', child: { id: '11' } }],
    ['labels', ['well', 'architected'], ['well', 'architected']],
    ['user', '557058:abc', { accountId: '557058:abc' }],
    ['users', ['557058:abc'], [{ accountId: '557058:abc' }]],
    ['team', '36885b3c-1bf0-4f85-a357-c5b858c31de4', '36885b3c-1bf0-4f85-a357-c5b858c31de4'],
  ])('a %s: %j', (kind, content, expected) => {
    expect(given(kind, content)).toEqual(expected);
  });

  test('a text of several lines is a document with a paragraph for each', () => {
    expect(given('paragraph', 'One\n\nTwo')).toMatchObject({
      type: 'doc',
      content: [{ content: [{ text: 'One' }] }, { content: [{ text: 'Two' }] }],
    });
  });

  test('people in fields of Jira’s own are named as its document has them', () => {
    expect(given('user', '557058:abc', true)).toEqual({ id: '557058:abc' });
  });
});

describe('what is refused before Jira sees it', () => {
  test.each<[FieldKind, FieldContent, 'kind' | 'offer']>([
    ['text', 'two\nlines', 'kind'],
    ['text', 'x'.repeat(256), 'kind'],
    ['text', ' ', 'kind'],
    ['text', 7, 'kind'],
    ['paragraph', ['a list'], 'kind'],
    ['url', 'example.com', 'kind'],
    ['url', 'javascript:alert(1)', 'kind'],
    ['number', 'seven', 'kind'],
    ['number', '', 'kind'],
    ['date', '2026-02-30', 'kind'],
    ['date', '31.01.2026', 'kind'],
    ['datetime', '2026-01-31T09:30:00', 'kind'],
    ['choice', '3', 'offer'],
    ['choice', 'North', 'offer'],
    ['choice', ['1'], 'kind'],
    ['choices', ['1', '3'], 'offer'],
    ['choices', '1', 'kind'],
    ['cascading', ['1', '21'], 'offer'],
    ['cascading', ['3'], 'offer'],
    ['cascading', ['1', '11', '11'], 'kind'],
    ['labels', ['two words'], 'kind'],
    ['users', '557058:abc', 'kind'],
    ['user', ['557058:abc'], 'kind'],
    ['team', 'my team', 'kind'],
  ])('a %s: %j', (kind, content, why) => {
    expect(given(kind, content)).toBe(why);
  });

  test('nothing throws, and what is chosen is what the field offers', () => {
    const kinds = fc.constantFrom<FieldKind>(
      'text',
      'paragraph',
      'url',
      'number',
      'date',
      'datetime',
      'choice',
    );
    const lists = fc.constantFrom<FieldKind>('choices', 'cascading', 'labels', 'users', 'user', 'team');
    const content = fc.oneof(
      fc.string(),
      fc.double(),
      fc.array(fc.constantFrom('1', '2', '11', '21', '__proto__')),
    );
    fc.assert(
      fc.property(fc.oneof(kinds, lists), content, (kind, value) => {
        const encoded = encode(kind, value, OPTIONS, false);
        if (!encoded.ok || (kind !== 'choice' && kind !== 'choices')) return;
        const ids = [encoded.value].flat().map((each) => (each as { id: string }).id);
        expect(ids.every((id) => id === '1' || id === '2')).toBe(true);
      }),
    );
  });
});

describe('the kind of a field', () => {
  const custom = (name: string) => `com.atlassian.jira.plugin.system.customfieldtypes:${name}`;

  test.each<[string, FieldType, FieldKind | undefined]>([
    ['one line', { type: 'string', custom: custom('textfield') }, 'text'],
    ['several lines', { type: 'string', custom: custom('textarea') }, 'paragraph'],
    ['Environment', { type: 'string', system: 'environment' }, 'paragraph'],
    ['a link', { type: 'string', custom: custom('url') }, 'url'],
    ['a select list or radio buttons', { type: 'option', custom: custom('radiobuttons') }, 'choice'],
    ['checkboxes', { type: 'array', items: 'option', custom: custom('multicheckboxes') }, 'choices'],
    ['Components', { type: 'array', items: 'component', system: 'components' }, 'choices'],
    ['Fix versions', { type: 'array', items: 'version', system: 'fixVersions' }, 'choices'],
    ['one version', { type: 'version', custom: custom('version') }, 'choice'],
    ['a list in a list', { type: 'option-with-child', custom: custom('cascadingselect') }, 'cascading'],
    ['labels of a site', { type: 'array', items: 'string', custom: custom('labels') }, 'labels'],
    ['people', { type: 'array', items: 'user', custom: custom('multiuserpicker') }, 'users'],
    ['a team', { type: 'team', custom: 'com.atlassian.teams:rm-teams-custom-field-team' }, 'team'],
    ['a sprint: none', { type: 'array', items: 'json' }, undefined],
    ['a security level, which could hide issues from the app: none', { type: 'securitylevel' }, undefined],
    ['of an app: none', { type: 'any', custom: 'com.example:thing' }, undefined],
  ])('%s', (_, type, expected) => {
    expect(kindOf(type)).toBe(expected);
  });

  test('what it offers is read as Jira lists it, archived versions and what does not read left out', () => {
    const allowed = [
      { id: '1', value: 'North', children: [{ id: '11', value: 'Oslo' }] },
      { id: '2', name: '1.0', archived: false },
      { id: '3', name: '0.9', archived: true },
      { value: 'without an id' },
    ];
    expect(optionsOf(allowed)).toEqual([
      { id: '1', name: 'North', children: [{ id: '11', name: 'Oslo' }] },
      { id: '2', name: '1.0' },
    ]);
  });
});
