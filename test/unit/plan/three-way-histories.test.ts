import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Keep } from '../../../src/plan/plan';
import type { PracticeState } from '../../../src/wellarchitected/model';
import { Expectation } from './expectation';
import {
  anyHistory,
  PRACTICES,
  questionOf,
  type Card,
  type Decision,
  type Fails,
  type Happening,
  type Look,
  type Setting,
  type Site,
} from './histories';
import { DirectSite, PlannedSite } from './sites';

/** A history as it is lived: the site as it is, what is expected of the app, and what people did. */
class Life {
  readonly expectations = PRACTICES.map(() => new Expectation());
  private readonly waiting: number[] = [];
  private setting: Setting = 'off';
  private parentsFollow = false;
  /** What people last saw of each practice. */
  private readonly shown = new Map<number, Decision>();
  /** What both sides said when they last agreed, or people were told that they differ. */
  private readonly saidAt = PRACTICES.map(() => ({ state: 'open', done: false }));

  constructor(
    private readonly site: Site,
    private readonly seen: Set<string>,
  ) {}

  live(happening: Happening): void {
    switch (happening.kind) {
      case 'answer':
        this.answer(happening.practice, happening.state);
        break;
      case 'card':
        this.moveCard(happening.practice, happening.card);
        break;
      case 'both':
        this.answer(happening.practice, happening.state);
        this.moveCard(happening.practice, happening.card);
        break;
      case 'applicable':
        this.site.setApplicable(happening.question, happening.applicable);
        for (const each of PRACTICES.filter((one) => questionOf(one) === happening.question))
          this.expectations[each]!.becameApplicable(happening.applicable);
        this.waiting.push(happening.question);
        break;
      case 'set':
        this.setting = happening.setting;
        this.parentsFollow = happening.parentsFollow;
        break;
      default:
        this.hear(happening);
    }
  }

  private answer(practice: number, state: PracticeState): void {
    this.site.answer(practice, state);
    this.expectations[practice]!.answered(state);
    this.waiting.push(questionOf(practice));
  }

  private moveCard(practice: number, card: Card): void {
    this.site.moveCard(practice, card);
    this.expectations[practice]!.cardMoved(card);
    this.waiting.push(questionOf(practice));
  }

  private hear(happening: Extract<Happening, { kind: 'lose' | 'look' | 'reconcile' | 'settle' }>): void {
    switch (happening.kind) {
      case 'lose':
        this.waiting.splice(happening.which % Math.max(1, this.waiting.length), 1);
        break;
      case 'look': {
        const { which, again, fails } = happening;
        const [question = which % 2] = this.waiting.splice(which % Math.max(1, this.waiting.length), 1);
        if (again) this.waiting.push(question);
        this.look({ question, fails });
        break;
      }
      case 'reconcile':
        this.look({ fails: happening.fails });
        break;
      case 'settle': {
        const { keep, fails } = happening;
        const practice = PRACTICES.find((each) => this.shown.get(each) === 'conflict') ?? happening.practice;
        this.look({ fails, settled: { practice, keep } });
      }
    }
  }

  /** One look, compared with what is expected. */
  look({ question, fails = [], settled }: Partial<Look>): ReturnType<Site['look']> {
    const { setting, parentsFollow } = this;
    const before = PRACTICES.map((each) => this.site.now(each));
    const { decisions, writes } = this.site.look({ question, setting, parentsFollow, settled, fails });
    for (const each of PRACTICES) {
      const decision = decisions.get(each);
      if (decision === undefined) continue;
      this.shown.set(each, decision);
      const contested = this.expectations[each]!.isContested(setting);
      const keep = contested && settled?.practice === each ? settled.keep : undefined;
      this.seen.add(keep ? `${decision}, settled by ${keep}` : decision);
      isSame(`of ${each}`, decision, this.expected(each, keep, fails));
      this.keepsWhatPeopleDid(each, before[each]!, keep);
      const isWrite = decision !== 'nothing' && decision !== 'told';
      if (decision !== 'conflict' && !(isWrite && fails[each])) this.remember(each, decision);
    }
    for (const each of PRACTICES) {
      const [now, expected] = [this.site.now(each), this.expectations[each]!.now()];
      isSame(`answer ${each}`, now.state, expected.state);
      isSame(`card ${each}`, now.card, expected.card);
    }
    return { decisions, writes };
  }

  private expected(practice: number, keep: Keep | undefined, fails: Fails): Decision {
    return this.expectations[practice]!.look(this.setting, keep, fails[practice] ?? false);
  }

  /** The app overwrites what nobody has touched since then, or what a person gives up in this look. */
  private keepsWhatPeopleDid(
    practice: number,
    before: ReturnType<Site['now']>,
    keep: Keep | undefined,
  ): void {
    const last = this.saidAt[practice]!;
    const after = this.site.now(practice);
    const isDone = ({ card }: ReturnType<Site['now']>) => card !== 'new' && card !== 'started';
    if (after.card !== before.card && keep !== 'aws')
      isSame(`the card ${practice} that the app moved`, isDone(before), last.done);
    if (after.state !== before.state && keep !== 'jira')
      isSame(`the answer ${practice} that the app changed`, before.state, last.state);
  }

  private remember(practice: number, decision: Decision): void {
    if (!this.expectations[practice]!.agrees() && decision !== 'told') return;
    const { state, card } = this.site.now(practice);
    this.saidAt[practice] = { state, done: card !== 'new' && card !== 'started' };
  }

  /** Nobody does anything any more, and nothing fails: what the app shows in the end. */
  becomeQuiet(): void {
    this.look({});
    const { decisions, writes } = this.look({});
    isSame('writes of a second look', writes, 0);
    for (const each of PRACTICES) {
      const shown = decisions.get(each) !== 'nothing';
      const expectation = this.expectations[each]!;
      if (!expectation.agrees()) isSame(`shown ${each}`, shown, true);
      if (expectation.saysTheSame(this.setting)) isSame(`shown ${each}`, shown, false);
    }
  }
}

/** `expect` at every step of thousands of histories takes most of a minute; here it only words what is wrong. */
function isSame(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) expect({ [what]: found }).toEqual({ [what]: expected });
}

/** Lives that many histories; answers every decision that there was. */
function liveAll(name: string, siteOf: () => Site, numRuns: number): ReadonlySet<string> {
  const seen = new Set<string>();
  let histories = 0;
  const property = fc.property(anyHistory, (history) => {
    const life = new Life(siteOf(), seen);
    for (const happening of history) life.live(happening);
    life.becomeQuiet();
    histories += 1;
  });
  fc.assert(property, { numRuns });
  console.log(`Three-way: ${histories.toLocaleString('en')} generated histories, ${name}.`);
  return seen;
}

describe('what is due is done, nothing that people did is lost, and there is an end to it', () => {
  test('practice by practice, and every decision occurs', () => {
    const seen = liveAll('practice by practice', () => new DirectSite(), 20_000);
    const expected = [
      ...['nothing', 'told', 'conflict', 'close', 'reopen'],
      ...['choose selected', 'choose notApplicable', 'choose open'],
      ...['resolve selected', 'resolve notApplicable'],
      ...['close, settled by aws', 'reopen, settled by aws'],
      ...['resolve selected, settled by aws', 'resolve notApplicable, settled by aws'],
      ...['choose notApplicable, settled by jira'],
      ...['choose selected, settled by jira', 'choose open, settled by jira', 'told, settled by jira'],
    ];
    expect(expected.filter((each) => !seen.has(each))).toEqual([]);
  });

  test('in whole plans', () => {
    const seen = liveAll('in whole plans', () => new PlannedSite(), 200);
    expect(seen).toContain('conflict');
  });
});
