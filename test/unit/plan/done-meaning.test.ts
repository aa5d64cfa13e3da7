import { describe, expect, test } from '@jest/globals';
import type { OurIssue } from '../../../src/jira/model';
import { doneMeaning } from '../../../src/plan/done-meaning';
import type { NewState } from '../../../src/plan/entry';
import type { ResolveSelects } from '../../../src/settings/model';
import { RESOLUTIONS, STATUSES } from '../../builders/board';

const DONE = STATUSES.done;
const CANCELLED: OurIssue['status'] = { id: '4', name: 'Cancelled', category: 'done' };
const SHIPPED: OurIssue['status'] = { id: '5', name: 'Shipped', category: 'done' };
const { done: AS_DONE, wontDo: WONT_DO, duplicate: DUPLICATE } = RESOLUTIONS;

const SELECTED: NewState = { is: 'implemented' };
const OUT_OF_SCOPE: NewState = { is: 'notApplicable', reason: 'OUT_OF_SCOPE' };
const NOTHING = undefined;

type Case = readonly [
  words: string,
  status: OurIssue['status'],
  resolution: OurIssue['resolution'],
  expected: NewState | undefined,
];

function check(settings: ResolveSelects | undefined, table: readonly Case[]): void {
  test.each(table)('%s', (_words, status, resolution, expected) => {
    expect(doneMeaning(settings, { status, resolution })).toEqual(expected);
  });
}

describe('without settings a done Sub-task says nothing', () => {
  check(undefined, [['Done as Done', DONE, AS_DONE, NOTHING]]);
});

describe('nor with settings that name nothing', () => {
  check({ implemented: [], notApplicable: [] }, [['Done as Done', DONE, AS_DONE, NOTHING]]);
});

describe('settings that name statuses alone: Done is implemented, Cancelled out of scope', () => {
  check(
    {
      implemented: [{ statusId: DONE.id }],
      notApplicable: [{ statusId: CANCELLED.id, reason: 'OUT_OF_SCOPE' }],
    },
    [
      ['Done', DONE, undefined, SELECTED],
      ["Done, whatever its resolution: nobody asked for it, so Won't Do counts too", DONE, WONT_DO, SELECTED],
      ['Cancelled', CANCELLED, undefined, OUT_OF_SCOPE],
      ['Shipped, which is not named', SHIPPED, undefined, NOTHING],
      ['in progress', STATUSES.indeterminate, undefined, NOTHING],
      ['to do', STATUSES.new, undefined, NOTHING],
    ],
  );
});

describe("settings that name resolutions alone: Done is implemented, Won't Do out of scope", () => {
  check(
    {
      implemented: [{ resolutionId: AS_DONE.id }],
      notApplicable: [{ resolutionId: WONT_DO.id, reason: 'OUT_OF_SCOPE' }],
    },
    [
      ['resolved as Done, in any done status', SHIPPED, AS_DONE, SELECTED],
      ["resolved as Won't Do", DONE, WONT_DO, OUT_OF_SCOPE],
      ['resolved as Duplicate, which is not named', DONE, DUPLICATE, NOTHING],
      ['done without a resolution', DONE, undefined, NOTHING],
      [
        'in progress with a resolution that somebody forgot to clear',
        STATUSES.indeterminate,
        AS_DONE,
        NOTHING,
      ],
    ],
  );
});

describe("settings that name both: the status Done is implemented, the resolution Won't Do out of scope", () => {
  check(
    {
      implemented: [{ statusId: DONE.id }],
      notApplicable: [{ resolutionId: WONT_DO.id, reason: 'OUT_OF_SCOPE' }],
    },
    [
      ["Done as Won't Do: the resolution decides before the status", DONE, WONT_DO, OUT_OF_SCOPE],
      ["Shipped as Won't Do", SHIPPED, WONT_DO, OUT_OF_SCOPE],
      ['Done without a resolution: the status decides', DONE, undefined, SELECTED],
      ['Done as Duplicate: a resolution that is not named is no implementation', DONE, DUPLICATE, NOTHING],
      ['Done as Done: not named either, so name it too', DONE, AS_DONE, NOTHING],
    ],
  );
});

describe('settings that name the status Done and the resolution Done as implemented', () => {
  check({ implemented: [{ statusId: DONE.id }, { resolutionId: AS_DONE.id }], notApplicable: [] }, [
    ['Done as Done', DONE, AS_DONE, SELECTED],
    ["Done as Won't Do: the status alone does not select", DONE, WONT_DO, NOTHING],
    ['Done without a resolution', DONE, undefined, SELECTED],
    ['Cancelled as Done', CANCELLED, AS_DONE, SELECTED],
  ]);
});

describe('settings that contradict themselves', () => {
  check(
    {
      implemented: [{ statusId: DONE.id }, { statusId: SHIPPED.id }, { statusId: SHIPPED.id }],
      notApplicable: [
        { statusId: DONE.id, reason: 'OTHER' },
        { statusId: CANCELLED.id, reason: 'OTHER' },
        { statusId: CANCELLED.id, reason: 'OUT_OF_SCOPE' },
      ],
    },
    [
      ['both implemented and not applicable: neither is guessed', DONE, undefined, NOTHING],
      ['not applicable for two reasons', CANCELLED, undefined, NOTHING],
      ['named twice with one meaning', SHIPPED, undefined, SELECTED],
    ],
  );
});
