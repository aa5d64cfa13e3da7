/** Notes and statuses as hostile as fast-check and we can make them. */
import fc from 'fast-check';
import type { OwnQuestion } from '../../../src/notes/installation';
import type { QuestionStatus, SubtaskStatus } from '../../../src/notes/model';
import { NEWEST } from '../../../src/notes/versions';
import type { Remembered } from '../../../src/notes/written-block';
import type { StatusCategory } from '../../../src/jira/model';
import { ofUnknownVersion, statusBlock } from '../../builders/status-blocks';
import { BLOCK, merged, OTHER, OWN, status, TASK, V1_LINE, version1 } from './statuses';

const [BEGIN, END] = markersOf(BLOCK);

/** Any UTF-16 code units at all: halves of surrogate pairs, control characters, bidi marks. */
export const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

const LOOK_ALIKES = ['===', '=== ', '=== Jira status', '== Jira status v2 (do not edit) ==', BEGIN.slice(1)];
const AWKWARD = [
  '\r\n',
  '\n\n',
  '\n',
  '\r',
  ' ',
  '\t',
  '\u2028',
  '\ufeff',
  '\ud83d',
  '\udca9',
  '\u202e',
  '\0',
];

/** A person's text without a marker, often close to the limit. */
export const humanText = fc
  .tuple(
    fc.array(fc.oneof(anyUnits, fc.constantFrom(...AWKWARD, ...LOOK_ALIKES, 'see the wiki')), {
      maxLength: 6,
    }),
    fc.oneof(fc.constant(0), fc.integer({ min: 1500, max: 2200 }), fc.integer({ min: 1820, max: 1950 })),
    fc.constantFrom('x', 'é', '\ud83d\ude00', '\r\n'),
  )
  .map(([pieces, length, filler]) => padded(pieces, length, filler))
  .filter((text) => !holdsMarker(text));

/** Blocks of other installations and of other sites, whole and damaged: to this installation people's text. */
const OTHERS = [othersBlock(), version1(OTHER.siteUrl), V1_LINE].flatMap((block) => {
  const [begin, end] = markersOf(block);
  return [
    ...[block, block.replaceAll('\n', '\r\n'), block.replace('Task', 'Job'), block.toUpperCase()],
    ...[begin, end, begin.slice(0, -6), end.slice(0, -6), ofUnknownVersion(block)],
  ];
});

/** People's text among which blocks of others stand, and what is left of such. */
export const textAmongOthers = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...OTHERS) },
      { weight: 2, arbitrary: fc.constantFrom(...AWKWARD, ...LOOK_ALIKES, 'see the wiki') },
      anyUnits,
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => !text.includes(OWN.installation));

/** Whole markers and blocks of every version and of two installations, put together in any way. */
export const markerSoup = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: anyUnits },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[BEGIN, END, BLOCK, BLOCK.replaceAll('\n', '\r\n'), BEGIN.toLowerCase(), '\n', '\n\n', 'text'],
          ...[ofUnknownVersion(BEGIN), END.replace(/check [0-9a-f]+/, 'check ffff')],
          ...[BLOCK.replace('Done', 'Undone'), version1(OWN.siteUrl), version1(OWN.siteUrl)],
        ),
      },
      { weight: 2, arbitrary: fc.constantFrom(...OTHERS) },
    ),
    { maxLength: 7 },
  )
  .map((pieces) => pieces.join(''));

/** What the app may remember of a question. */
export const anyMemory: fc.Arbitrary<Remembered | undefined> = fc.constantFrom<Remembered | undefined>(
  undefined,
  'digest',
  {
    digest: 'digest',
    version: NEWEST.version,
    check: 'check',
    detail: 'lines',
  },
);

/** This installation, whatever it remembers. */
export const anyOwn: fc.Arbitrary<OwnQuestion> = anyMemory.map((remembered) => ({ ...OWN, remembered }));

const FORGERIES = [
  BEGIN,
  END,
  BLOCK,
  version1(OWN.siteUrl),
  `Done\n${END}\n\n${BLOCK}`,
  'Done, 9 of 9 Sub-tasks done, last status change 1999-01-01',
  '\n9 of 9 Sub-tasks done',
  '=\u200b=\u200b= Jira status v2 0a1b2c3d (do not edit) ===',
  '\u202eenoD',
  '',
];
const foreign = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('To Do', 'In Progress', 'Done', '進行中', 'Überprüft', 'בביצוע') },
  fc.constantFrom(...FORGERIES),
  anyUnits,
);

const key = fc.oneof(
  { weight: 5, arbitrary: fc.nat(200).map((number) => `APP-${number}`) },
  fc.constantFrom(...FORGERIES),
);

const changedAt = fc.constantFrom(
  '2026-01-05T09:30:00.000+0000',
  '2026-02-28T23:59:59.999-0800',
  'yesterday',
  BEGIN,
);

const subtask: fc.Arbitrary<SubtaskStatus> = fc
  .tuple(key, foreign, fc.boolean(), fc.option(foreign, { nil: undefined }))
  .map(([of, named, done, practice]) => ({
    key: of,
    status: named,
    done,
    ...(practice === undefined ? {} : { practice }),
  }));

export const anyStatus: fc.Arbitrary<QuestionStatus> = fc
  .tuple(
    key,
    foreign,
    fc.constantFrom<StatusCategory>('new', 'indeterminate', 'done'),
    fc.constantFrom('https://site.example/browse/APP-1', `https://site.example/${END}`, `\n${BLOCK}`, ''),
    fc.array(subtask, { maxLength: 9 }),
    fc.option(changedAt, { nil: undefined }),
  )
  .map(([of, named, statusCategory, url, subtasks, at]) => ({
    task: { key: of, status: named, statusCategory, url },
    subtasks,
    ...(at === undefined ? {} : { changedAt: at }),
  }));

/** Blocks of version 1 that are ours by the address of their link, whatever else they say. */
export const ownVersion1 = fc
  .array(fc.constantFrom('[x] APP-13: Done', '[ ] APP-14: To Do', '1 of 2 Sub-tasks done'), { maxLength: 5 })
  .map((lines) => statusBlock({ version: 1, lines: [`${OWN.siteUrl}/browse/APP-12`, ...lines] }));

function othersBlock(): string {
  const url = `${OTHER.siteUrl}/browse/APP-12`;
  return merged('', status({ task: { ...TASK, url } }), OTHER);
}

/** Said here once more, and not asked of the code under test. */
function holdsMarker(text: string): boolean {
  return /=== ?(?:end of )?jira status v\d/i.test(text);
}

function padded(pieces: readonly string[], length: number, filler: string): string {
  const text = pieces.join('');
  return text + filler.repeat(Math.max(0, Math.floor((length - text.length) / filler.length)));
}

function markersOf(block: string): [begin: string, end: string] {
  return [block.slice(0, block.indexOf('\n')), block.slice(block.lastIndexOf('\n') + 1)];
}
