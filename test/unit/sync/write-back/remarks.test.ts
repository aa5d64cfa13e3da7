import { expect, test } from '@jest/globals';
import { inWords } from '../../../../src/in-words';
import { conflict, type NoRoom } from '../../../../src/notes/merged';
import { notesRemark, overwrittenRemark, staleRemark } from '../../../../src/sync/write-back/remarks';
import { ToldSite } from './told-site';

const noRoom = (missing: number): NoRoom => ({ kind: 'no-room', missing });

const SUBJECT = { key: 'WA-2', title: 'Question' };

test.each([
  [conflict('edited'), 'notes-edited', /edited the Jira status block/],
  [conflict('broken'), 'notes-broken', /missing or damaged/],
  [conflict('doubled'), 'notes-doubled', /more than one/],
  [conflict('nested'), 'notes-nested', /nested or out of order/],
  [conflict('newer'), 'notes-newer', /newer version of this app/],
  [noRoom(1), 'notes-full', /needs 1 character more/],
  [noRoom(20), 'notes-full', /needs 20 characters more/],
])('notes that cannot be written say where and why: %#', (problem, code, words) => {
  const remark = notesRemark(SUBJECT, problem);
  expect(remark).toMatchObject({ ...SUBJECT, code });
  expect(inWords(remark)).toMatch(words);
  expect(inWords(remark)).toMatch(/^in AWS: /);
});

test.each([
  ['edited', false],
  ['broken', true],
  ['doubled', false],
  ['nested', true],
  ['newer', false],
] as const)('only where the block can just be given up the words say so: %s', (why, says) => {
  expect(inWords(notesRemark(SUBJECT, conflict(why))).includes('keep the text of the notes')).toBe(says);
});

test.each([
  ['conformity', 'written', /Conformity's sync.*report stays.*put back/],
  ['other', 'written', /somebody.*put back/],
] as const)('a block that was taken out (%s) and put back is told', (overwritten, kind, words) => {
  const [remark, ...others] = overwrittenRemark(SUBJECT, { overwritten, notes: { kind } });
  expect([remark?.code, others]).toEqual(['notes-overwritten', []]);
  expect(remark && inWords(remark)).toMatch(words);
});

test.each([
  ['nobody took it', undefined, { kind: 'written' }],
  ['it could not be put back', 'other', noRoom(3)],
] as const)('nothing is told where %s', (_, overwritten, notes) => {
  expect(overwrittenRemark(SUBJECT, { overwritten, notes })).toEqual([]);
});

test.each([
  ['edited', ['aws', 'jira']],
  ['broken', ['aws']],
  ['newer', undefined],
] as const)('a conflict says which decisions end it: %s', (why, settledBy) => {
  expect(notesRemark(SUBJECT, conflict(why)).settledBy).toEqual(settledBy);
});

test('a choice that somebody changed meanwhile names its Sub-task', async () => {
  const { world } = await ToldSite.synced();
  const issue = world.board.read(world.find('q1', 'p1').id);
  if (!issue) throw new Error('no Sub-task');
  expect(staleRemark(issue)).toMatchObject({ key: issue.key, title: 'Practice p1', code: 'choice-changed' });
});
