/** Whose block is it? The table of docs/decisions/0018-blocks-name-their-installation.md, row by row. */
import { describe, expect, test } from '@jest/globals';
import { installationId, type OwnQuestion } from '../../../src/notes/installation';
import { settleable } from '../../../src/notes/merged';
import { looksOverwritten } from '../../../src/notes/overwritten';
import { parseNotes } from '../../../src/notes/parse-notes';
import { replaceEdited } from '../../../src/notes/replace-edited';
import { VERSION_2 } from '../../../src/notes/version-2';
import { NEWEST } from '../../../src/notes/versions';
import type { Remembered } from '../../../src/notes/written-block';
import { ofUnknownVersion, statusBlock } from '../../builders/status-blocks';
import {
  BLOCK,
  LATER,
  merge,
  merged,
  NEWEST_HEADS,
  OLDER,
  OTHER,
  OWN,
  status,
  TASK,
  V1_LINE,
  version1,
} from './statuses';

const V1 = version1(OWN.siteUrl);
const V1_OTHER = version1(OTHER.siteUrl);
const BLOCK_OTHER = merged('', status({ task: { ...TASK, url: `${OTHER.siteUrl}/browse/X-1` } }), OTHER);

const NOTHING: Remembered | undefined = undefined;
/** As versions before 2 stored it. */
const V1_MEMORY: Remembered = 'digest';
const MEMORY: Remembered = { digest: 'digest', version: NEWEST.version, check: 'check', detail: 'titles' };

const edited = (block: string) => block.replace('To Do', 'Later');
const cut = (block: string) => block.slice(0, -6);
const withoutBegin = (block: string) => block.slice(block.indexOf('\n') + 1);
const end = (block: string) => block.slice(block.lastIndexOf('\n') + 1);
const begin = (block: string) => block.slice(0, block.indexOf('\n'));

const inner = (block: string) => block.split('\n').slice(1, -1).join('\n');

function own(remembered: Remembered | undefined): OwnQuestion {
  return { ...OWN, remembered };
}

describe('whose block it is', () => {
  test.each<[what: string, notes: string, remembered: Remembered | undefined, kind: string]>([
    ['names us', BLOCK, NOTHING, 'intact'],
    ['names us, edited', edited(BLOCK), NOTHING, 'edited'],
    ['names us, damaged', cut(BLOCK), NOTHING, 'broken'],
    ['names us, of a version to come', ofUnknownVersion(BLOCK), MEMORY, 'newer'],
    ['names us twice', `${BLOCK}\n${BLOCK}`, MEMORY, 'doubled'],
    ['names another', BLOCK_OTHER, MEMORY, 'none'],
    ['names another, damaged', cut(BLOCK_OTHER), MEMORY, 'none'],
    ['names another, edited', edited(BLOCK_OTHER), V1_MEMORY, 'none'],
    ['names another, of a version to come', ofUnknownVersion(BLOCK_OTHER), MEMORY, 'none'],
    ['one of each', `${BLOCK_OTHER}\n\n${BLOCK}`, MEMORY, 'intact'],
    ['ours around another', BLOCK.replace('[x]', `${BLOCK_OTHER}\n[x]`), MEMORY, 'nested'],
    ['ours within another', BLOCK_OTHER.replace('[x]', `${BLOCK}\n[x]`), MEMORY, 'intact'],
    ['ours, and a stray marker without a name', `${BLOCK}\n${begin(V1)}`, MEMORY, 'intact'],
    ['ours, and one that lost its name', `${BLOCK}\n${NEWEST_HEADS[0]}`, MEMORY, 'intact'],
    ['ours, with such a marker in it', BLOCK.replace('[x]', `${begin(V1)}\n[x]`), MEMORY, 'nested'],

    ['version 1 with our address', V1, NOTHING, 'intact'],
    ['version 1 with our address, edited', edited(V1), NOTHING, 'edited'],
    ['version 1 with our address, damaged', cut(V1), NOTHING, 'broken'],
    ['version 1 with our address, beside the newest', `${V1}\n\n${BLOCK}`, MEMORY, 'doubled'],
    ['version 1 of another site', V1_OTHER, NOTHING, 'none'],
    ['version 1 of another site, and ours is newer', V1_OTHER, MEMORY, 'none'],
    ['version 1 from before our site was renamed', V1_OTHER, V1_MEMORY, 'intact'],
    ['version 1 of both sites', `${V1_OTHER}\n\n${V1}`, V1_MEMORY, 'intact'],
    ['version 1 of two other sites', `${V1_OTHER}\n\n${V1_OTHER}`, V1_MEMORY, 'doubled'],
    ['version 1 of another site beside our newest', `${V1_OTHER}\n\n${BLOCK}`, V1_MEMORY, 'intact'],
    ['ours, closed by version 1', `${begin(BLOCK)}\n${end(V1)}`, V1_MEMORY, 'broken'],
    ['version 1 without a link', V1_LINE, NOTHING, 'none'],
    ['version 1 without a link, remembered', V1_LINE, V1_MEMORY, 'intact'],
    ['version 1 without a link beside one with ours', `${V1_LINE}\n${V1}`, V1_MEMORY, 'doubled'],
    ['version 1 without a link, and ours is newer', V1_LINE, MEMORY, 'none'],
    ['version 1 around another’s block', V1.replace('[x]', `${BLOCK_OTHER}\n[x]`), V1_MEMORY, 'nested'],

    ['half of a version 1', withoutBegin(V1), NOTHING, 'none'],
    ['half of a version 1, remembered', withoutBegin(V1), V1_MEMORY, 'broken'],
    ['half of a version 1, and ours is newer', withoutBegin(V1), MEMORY, 'none'],
    ['one that lost its name', BLOCK.replaceAll(' 0a1b2c3d', ''), NOTHING, 'broken'],
    ['the same without a link', `${begin(BLOCK).replace(' 0a1b2c3d', '')}\n`, NOTHING, 'none'],
    ['the same, remembered', `${begin(BLOCK).replace(' 0a1b2c3d', '')}\n`, MEMORY, 'broken'],
    ['such a marker within another’s block', BLOCK_OTHER.replace('[x]', NEWEST_HEADS[0]), MEMORY, 'none'],
  ])('%s', (_what, notes, remembered, kind) => {
    expect(parseNotes(notes, own(remembered)).block.kind).toBe(kind);
  });
});

describe('beside a block of another installation', () => {
  test.each([
    ['of the newest version', BLOCK_OTHER, MEMORY],
    ['of version 1', V1_OTHER, undefined],
    ['damaged', cut(BLOCK_OTHER), MEMORY],
  ])('ours is added, and that one stays byte for byte: %s', (_what, others, remembered) => {
    const notes = merged(`A\n\n${others}`, LATER, own(remembered));
    expect(notes).toBe(`A\n\n${others}\n\n${merged('', LATER)}`);
  });

  test('ours is replaced where it stands', () => {
    expect(merged(`${BLOCK}\n\n${BLOCK_OTHER}`, LATER)).toBe(`${merged('', LATER)}\n\n${BLOCK_OTHER}`);
  });

  test('a block of ours that is gone is told', () => {
    expect(looksOverwritten(parseNotes(BLOCK_OTHER, own(MEMORY)))).toBe('other');
  });
});

test.each([
  [
    'what stood between its markers becomes text',
    `${begin(BLOCK)}\nkept\n\n${V1_OTHER}`,
    `kept\n\n${V1_OTHER}`,
  ],
  [
    'also between markers of both',
    `${BLOCK_OTHER}\n\n${edited(BLOCK)}`,
    `${BLOCK_OTHER}\n\n${inner(edited(BLOCK))}`,
  ],
])('a decision for the text takes only our markers away: %s', (_what, notes, text) => {
  const result = replaceEdited(parseNotes(notes, own(V1_MEMORY)), LATER, { keep: 'aws' });
  expect(result).toMatchObject({ kind: 'changed', notes: `${text}\n\n${merged('', LATER)}` });
});

describe.each(OLDER)('a block of version %d', (_version, older) => {
  test.each([
    ['is replaced where it stands', `A\n\n${older}\nB`, `A\n\n${BLOCK}\nB`],
    ['also where a tool made CRLF of it', `A\r\n\r\n${older.replaceAll('\n', '\r\n')}`, `A\r\n\r\n${BLOCK}`],
    ['and another site’s stays', `${V1_OTHER}\n\n${older}`, `${V1_OTHER}\n\n${BLOCK}`],
  ])('%s', (_what, before, now) => {
    expect(merged(before)).toBe(now);
  });
});

test('version 2 is written and read as it always was', () => {
  const block = VERSION_2.render(status(), 'titles', OWN.installation);
  const lines = block.split('\n').slice(1, -1);
  expect(block).toBe(statusBlock({ version: 2, installation: OWN.installation, lines }));
  expect(parseNotes(block, own(MEMORY)).block.kind).toBe('intact');
});

test.each([
  ['no block', 'A', []],
  ['an intact block', BLOCK, []],
  ['an edited block', edited(BLOCK), ['aws', 'jira']],
  ['two blocks', `${BLOCK}\n${BLOCK}`, ['aws', 'jira']],
  ['a damaged marker', cut(BLOCK), ['aws']],
  ['a block within a block', BLOCK.replace('[x]', `${BLOCK}\n[x]`), ['aws']],
  ['a newer block', ofUnknownVersion(BLOCK), []],
])('decisions that end it: %s', (_what, notes, keeps) => {
  expect(settleable(parseNotes(notes, OWN))).toEqual(keeps);
  const result = merge(notes, LATER);
  if (result.kind === 'conflict') expect(result.settledBy).toEqual(keeps);
});

describe('the name of an installation', () => {
  const SITE = '00000000-0000-4000-8000-00000000c10d';
  const ENVIRONMENT = '00000000-0000-4000-8000-0000000000e1';

  test('is eight hex digits, the same for the same site and environment for ever', () => {
    expect(installationId(SITE, ENVIRONMENT)).toBe('b52f6f2d');
  });

  test('is another on another site and in another environment', () => {
    const names = [
      installationId(SITE, ENVIRONMENT),
      installationId(ENVIRONMENT, SITE),
      installationId(`${SITE}1`, ENVIRONMENT),
      installationId(SITE, `1${ENVIRONMENT}`),
    ];
    expect(new Set(names).size).toBe(4);
  });
});
