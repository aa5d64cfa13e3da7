import { describe, expect, test } from '@jest/globals';
import { readCondition } from '../../../sandbox/forge/triggers/expression/condition';
import { type RawTriggerModules, triggerModules } from '../../../sandbox/forge/triggers/modules';

const functions = new Map([['run', { key: 'run', module: 'index', exportName: 'run', memoryMb: 512 }]]);
const read = (raw: RawTriggerModules) => triggerModules(raw, functions);

const trigger = (more: object) => ({
  key: 't',
  function: 'run',
  events: ['avi:jira:updated:issue'],
  ...more,
});
const schedule = (key: string, interval: string) => ({ key, function: 'run', interval });

describe('the site does not start with', () => {
  test.each<[string, RawTriggerModules, string]>([
    [
      'a misspelt event',
      { trigger: [trigger({ events: ['avi:jira:update:issue'] })] },
      'avi:jira:update:issue',
    ],
    ['a function that is missing', { trigger: [trigger({ function: 'walk' })] }, '"walk"'],
    ['a remote', { trigger: [trigger({ function: undefined, endpoint: 'e' })] }, 'no remotes'],
    ['a licence filter', { trigger: [trigger({ filter: { appIsLicensed: true } })] }, 'no licences'],
    [
      'entity properties of a project event',
      {
        trigger: [
          trigger({
            events: ['avi:jira:updated:project'],
            filter: { expression: "event.runtime.issue.properties['a'].b == 1" },
          }),
        ],
      },
      'no entity properties',
    ],
    [
      'six paths into entity properties',
      {
        trigger: Array.from('abcdef', (name) =>
          trigger({ filter: { expression: `event.runtime.issue.properties['p'].${name} == 1` } }),
        ),
      },
      'more than 5',
    ],
    [
      'a licence filter of a schedule',
      { scheduledTrigger: [{ ...schedule('s', 'hour'), filter: { appIsLicensed: true } }] },
      'no licences',
    ],
    ['additions to the payload', { trigger: [trigger({ payload: { include: {} } })] }, 'adds nothing'],
    [
      'a sixth schedule',
      { scheduledTrigger: Array.from('abcdef', (key) => schedule(key, 'hour')) },
      'more than 5',
    ],
    [
      'a second one of five minutes',
      { scheduledTrigger: Array.from('ab', (key) => schedule(key, 'fiveMinute')) },
      'b: only one',
    ],
    ['an interval of its own', { scheduledTrigger: [schedule('s', 'minute')] }, '"minute"'],
    [
      'static answers',
      { webtrigger: [{ key: 'w', function: 'run', response: { type: 'static' } }] },
      'static',
    ],
    [
      'authenticated web triggers',
      { webtrigger: [{ key: 'w', function: 'run', request: {} }] },
      'authenticates',
    ],
  ])('%s', (_name, raw, message) => {
    expect(() => read(raw)).toThrow(message);
  });
});

test('a filter of one event goes before the one of its module', () => {
  const events = [
    { eventType: 'avi:jira:updated:issue', filter: { ignoreSelf: false } },
    'avi:jira:deleted:issue',
  ];
  const { triggers } = read({ trigger: [trigger({ events, filter: { ignoreSelf: true } })] });
  expect(triggers.map(({ ignoreSelf }) => ignoreSelf)).toEqual([false, true]);
});

describe('a condition', () => {
  const event = {
    eventType: 'avi:jira:updated:issue',
    selfGenerated: false,
    issue: { key: 'WA-1', fields: { issuetype: { name: 'Bug', subtask: false }, assignee: null } },
  };
  test.each([
    ["event.issue.fields.issuetype.name == 'Bug'", true],
    ["event['issue']['fields'].issuetype.name == \"Bug\"", true],
    ["event.issue.key != 'WA-1'", false],
    ['event.issue.fields.assignee == null && !event.selfGenerated', true],
    ["event.issue.fields.assignee?.accountId == 'x' || event.issue.fields.issuetype.subtask == false", true],
    ["!(event.issue.key == 'WA-1' && (true || false))", false],
    ["1 == 1 && 'a' != 'b'", true],
  ])('%s', (expression, expected) => {
    const notes: string[] = [];
    const condition = readCondition('trigger t', expression);
    expect(condition.holds(event, {}, (text) => notes.push(text))).toBe(expected);
    expect(notes).toEqual([]);
  });

  const ours = { 'our-app': { kind: 'card', depth: 0, in: { the: { way: true } }, list: ['a'], gone: null } };
  test.each([
    ["event.runtime.issue.properties['our-app'].kind == 'card'", true],
    ["event.runtime.issue.properties['our-app']['kind'] != null && event.selfGenerated == false", true],
    ["event.runtime.issue.properties['our-app'].in.the.way", true],
    ["event.runtime.issue.properties['our-app']['in.the.way']", true],
    // An object is no value of a path, an array of primitives is.
    ["event.runtime.issue.properties['our-app'].in.the != null", false],
    ["event.runtime.issue.properties['our-app'] != null", false],
    ["event.runtime.issue.properties['our-app'].list != null", true],
    // What is not there is null, and no error.
    ["event.runtime.issue.properties['our-app'].kinds.of.what == null", true],
    ["event.runtime.issue.properties['our-app'].gone.further == null", true],
    ["event.runtime.issue.properties['another'].kind == null", true],
    ["event.runtime.issue.properties['constructor'].name == null", true],
  ])('of entity properties: %s', (expression, expected) => {
    const notes: string[] = [];
    const condition = readCondition('trigger t', expression);
    expect(condition.holds(event, ours, (text) => notes.push(text))).toBe(expected);
    expect(notes).toEqual([]);
  });

  test.each([
    ['is no question', 'event.issue.key'],
    ['asks for what is not there', "event.issue.fields.labels == 'a'"],
    ['takes a text for true', 'event.issue.key && true'],
    ['looks into nothing', "event.issue.fields.assignee.accountId == 'x'"],
  ])('that %s does what onError says', (_name, expression) => {
    const outcome = (onError?: string): [boolean, number] => {
      const notes: string[] = [];
      const condition = readCondition('trigger t', expression, onError);
      return [condition.holds(event, {}, (text) => notes.push(text)), notes.length];
    };
    expect(outcome()).toEqual([false, 1]);
    expect(outcome('IGNORE')).toEqual([false, 0]);
    expect(outcome('RECEIVE')).toEqual([true, 0]);
    expect(outcome('RECEIVE_AND_LOG')).toEqual([true, 1]);
  });

  test.each([
    'event.issue.key ==',
    'event.issue.key = 1',
    "event.runtime.project.properties['a'].b == 1",
    'event.runtime.issue.properties.a == 1',
    'event.runtime.issue.fields == 1',
    "(event.runtime.issue.properties['a'].b).length > 0",
    'event.changelog.items.some(item => item.field == 1)',
    'issue.key == 1',
    '(event.selfGenerated',
    'try { return true; } catch (e) { return false; }',
    '',
  ])('that the site cannot read is refused by name: %s', (expression) => {
    expect(() => readCondition('trigger t', expression)).toThrow(
      /^trigger t: the local site cannot read .+ in/,
    );
  });
});
