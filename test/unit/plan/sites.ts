/** Two ways to look at the same two sides: practice by practice, as write-back does, and by whole plans. */
import { compareItem } from '../../../src/plan/compare-item';
import type { DoneComparison } from '../../../src/plan/item-comparison';
import { CREATED, type SyncedState } from '../../../src/plan/link';
import type { Change } from '../../../src/review-entries/entry';
import { itemState } from '../../../src/review-entries/practice-state';
import type { PracticeState } from '../../../src/wellarchitected/model';
import { practice, question, smallReview, withPractices, withQuestion } from '../../builders/review';
import { World } from '../../builders/world';
import { closedAs } from '../../../src/plan/done-meaning';
import { cardFor } from './expectation';
import {
  CARDS,
  PRACTICES,
  questionOf,
  SETTINGS,
  type Card,
  type Decision,
  type Look,
  type Setting,
  type Site,
} from './histories';

const WRITES: readonly DoneComparison['kind'][] = ['choose', 'resolve', 'follow-source'];

const STATES = { implemented: 'selected', open: 'open', notApplicable: 'notApplicable' } as const;

/** Looks through `compareItem` alone: one answer, its Sub-tasks and what was synced last. */
export class DirectSite implements Site {
  private readonly states = new Map<number, PracticeState>();
  private readonly cards = new Map<number, Card>();
  private readonly synced = new Map<number, SyncedState>();
  private readonly notApplicable = new Set<number>();

  answer(practice: number, state: PracticeState): void {
    this.states.set(practice, state);
  }

  setApplicable(question: number, applicable: boolean): void {
    if (applicable) this.notApplicable.delete(question);
    else this.notApplicable.add(question);
  }

  moveCard(practice: number, card: Card): void {
    this.cards.set(practice, card);
  }

  now(practice: number): { readonly state: PracticeState; readonly card: Card } {
    return { state: this.states.get(practice) ?? 'open', card: this.cards.get(practice) ?? 'new' };
  }

  look({ question, setting, settled, fails }: Look): ReturnType<Site['look']> {
    const decisions = new Map<number, Decision>();
    let writes = 0;
    for (const practice of PRACTICES) {
      if (question !== undefined && questionOf(practice) !== question) continue;
      const { state, card } = this.now(practice);
      const [status, resolution] = CARDS[card];
      const comparison = compareItem({
        synced: this.synced.get(practice) ?? CREATED,
        state: itemState(state, this.isApplicable(practice)),
        issue: { status, resolution },
        resolveSelects: SETTINGS[setting],
        keep: settled?.practice === practice ? settled.keep : undefined,
      });
      const writing = WRITES.includes(comparison.kind);
      const taken = writing && !fails[practice];
      if (writing) writes += 1;
      if (taken) this.write(practice, comparison, setting);
      this.synced.set(practice, taken ? this.remembered(practice, comparison) : comparison.memory.kept);
      decisions.set(practice, decisionOf(comparison, card));
    }
    return { decisions, writes };
  }

  private write(practice: number, comparison: DoneComparison, setting: Setting): void {
    const { card, state } = this.now(practice);
    const finish = this.isApplicable(practice) && state === 'selected' ? 'selected' : 'notApplicable';
    if (comparison.kind === 'choose') this.states.set(practice, STATES[comparison.to.is]);
    else if (comparison.kind === 'follow-source' && isDone(card)) this.cards.set(practice, 'new');
    else this.cards.set(practice, cardFor(setting, finish));
  }

  /** What Jira told after a move is remembered with it. */
  private remembered(practice: number, { kind, memory: { moved } }: DoneComparison): SyncedState {
    const [status, resolution] = CARDS[this.now(practice).card];
    const as = kind === 'choose' ? undefined : closedAs({ status, resolution });
    return as === undefined ? moved : { ...moved, closedAs: as };
  }

  private isApplicable(practice: number): boolean {
    return !this.notApplicable.has(questionOf(practice));
  }
}

function decisionOf(comparison: DoneComparison, card: Card): Decision {
  switch (comparison.kind) {
    case 'agree':
      return 'nothing';
    case 'differ':
      return 'told';
    case 'conflict':
      return 'conflict';
    case 'follow-source':
      return isDone(card) ? 'reopen' : 'close';
    case 'resolve':
      return `resolve ${STATES[comparison.to]}`;
    case 'choose':
      return `choose ${STATES[comparison.to.is]}`;
  }
}

function isDone(card: Card): boolean {
  return CARDS[card][0].category === 'done';
}

const choice = (practice: number) => `p${practice}`;

/** Looks through whole plans, and applies them. */
export class PlannedSite implements Site {
  private readonly world = new World(
    smallReview(
      question('q0', 'HIGH', [practice('p0'), practice('p1')]),
      question('q1', 'HIGH', [practice('p2'), practice('p3')]),
    ),
  );

  constructor() {
    this.world.sync();
  }

  answer(practice: number, state: PracticeState): void {
    this.world.review = withPractices(this.world.review, { [choice(practice)]: state });
  }

  setApplicable(question: number, applicable: boolean): void {
    this.world.review = withQuestion(this.world.review, `q${question}`, (one) => ({ ...one, applicable }));
  }

  moveCard(practice: number, card: Card): void {
    const { id } = this.issue(practice);
    const [status, resolution] = CARDS[card];
    this.world.board.moveCard(id, status, resolution);
    this.world.board.change(id, { resolution });
  }

  now(practice: number): { readonly state: PracticeState; readonly card: Card } {
    const { status, resolution } = this.issue(practice);
    const cards = Object.keys(CARDS) as Card[];
    const card = cards.find(
      (each) => CARDS[each][0].id === status.id && CARDS[each][1]?.id === resolution?.id,
    );
    const questions = this.world.review.lenses[0]!.pillars[0]!.questions;
    const { state } = questions[questionOf(practice)]!.practices[practice % 2]!;
    return { state, card: card! };
  }

  look({ question, setting, parentsFollow, settled, fails }: Look): ReturnType<Site['look']> {
    const isOurs = ({ entry }: Change, practice: number) => entry.identity.choice === choice(practice);
    const settle = new Map(settled ? [[this.issue(settled.practice).key, settled.keep]] : []);
    const selection = question === undefined ? {} : { questionIds: [`q${question}`] };
    const asked = { run: { selection, settle }, settings: { parentsFollow, ...this.selects(setting) } };
    const { changes, remarks } = this.world.sync(asked, (change) =>
      PRACTICES.some((practice) => fails[practice] === true && isOurs(change, practice)),
    );
    const looked = PRACTICES.filter((each) => question === undefined || questionOf(each) === question);
    const decisions = looked.map((practice): [number, Decision] => {
      const { key } = this.issue(practice);
      const change = changes.find((each) => isOurs(each, practice));
      if (change?.kind === 'resolve') return [practice, `resolve ${STATES[change.to]}`];
      if (change?.kind === 'choose') return [practice, `choose ${STATES[change.to.is]}`];
      if (change?.kind === 'close' || change?.kind === 'reopen') return [practice, change.kind];
      if (remarks.conflicts.some((remark) => remark.key === key)) return [practice, 'conflict'];
      return [practice, remarks.movedInJira.some((remark) => remark.key === key) ? 'told' : 'nothing'];
    });
    return { decisions: new Map(decisions), writes: changes.length };
  }

  private selects(setting: keyof typeof SETTINGS) {
    const resolveSelects = SETTINGS[setting];
    return resolveSelects ? { resolveSelects } : {};
  }

  private issue(practice: number) {
    return this.world.find(`q${questionOf(practice)}`, choice(practice));
  }
}
