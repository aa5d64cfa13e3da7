/**
 * What the app has to do about one best practice, said in who spoke since the two sides last heard each other.
 * Written from the words of the feature, apart from the code under test.
 */
import type { Keep } from '../../../src/plan/plan';
import type { PracticeState } from '../../../src/wellarchitected/model';
import { CARDS, type Card, type Decision, type Setting } from './histories';

type Finish = Exclude<PracticeState, 'open'>;

const MEANING: Readonly<Record<Setting, Partial<Record<Card, PracticeState>>>> = {
  off: {},
  empty: {},
  byResolution: { done: 'selected', duplicate: 'notApplicable', new: 'open', started: 'open' },
  byBoth: { done: 'selected', closed: 'selected', duplicate: 'notApplicable', new: 'open', started: 'open' },
  byStatus: {
    done: 'selected',
    wontDo: 'selected',
    duplicate: 'selected',
    closed: 'selected',
    new: 'open',
    started: 'open',
  },
};

/** The card that says how AWS's side is finished, where the settings name one. */
const SAYING: Readonly<Record<Setting, Partial<Record<Finish, Card>>>> = {
  off: {},
  empty: {},
  byResolution: { selected: 'done', notApplicable: 'duplicate' },
  byBoth: { selected: 'done', notApplicable: 'duplicate' },
  byStatus: { selected: 'done' },
};

export function cardFor(setting: Setting, finish: Finish): Card {
  return SAYING[setting][finish] ?? 'done';
}

/** What the app knows of a practice since the two sides were last compared. */
interface Heard {
  /** Whether each side was finished. */
  readonly aws: boolean;
  readonly jira: boolean;
  /** How AWS's side was finished when both last agreed that it is, and has been in every look since. */
  readonly agreedOn: Finish | undefined;
  /** How the card was done. */
  readonly card: Card | undefined;
}

export class Expectation {
  private state: PracticeState = 'open';
  private applicable = true;
  private card: Card = 'new';
  private heard: Heard = { aws: false, jira: false, agreedOn: undefined, card: undefined };

  answered(state: PracticeState): void {
    this.state = state;
  }

  becameApplicable(applicable: boolean): void {
    this.applicable = applicable;
  }

  cardMoved(card: Card): void {
    this.card = card;
  }

  now(): { readonly state: PracticeState; readonly card: Card } {
    return { state: this.state, card: this.card };
  }

  /** Whether both sides are open, or both finished. */
  agrees(): boolean {
    return this.awsFinished() === this.jiraFinished();
  }

  /** Whether there is nothing that could be shown: both are open, or finished in the same way. */
  saysTheSame(setting: Setting): boolean {
    return this.agrees() && (!this.jiraFinished() || MEANING[setting][this.card] === this.state);
  }

  isContested(setting: Setting): boolean {
    return this.decide(setting) === 'conflict';
  }

  /** Has the app look; `fails`: what it writes is not taken. Answers what it has to decide. */
  look(setting: Setting, keep: Keep | undefined, fails: boolean): Decision {
    const isContested = this.isContested(setting);
    const decision = this.decide(setting, keep);
    if (decision === 'conflict') return decision;
    if (decision === 'told') this.hearDifference(setting, isContested && keep === 'jira');
    else if (decision === 'nothing' || !fails) this.become(decision, setting);
    return decision;
  }

  private become(decision: Decision, setting: Setting): void {
    if (decision === 'close' || decision.startsWith('resolve')) this.card = cardFor(setting, this.finish());
    else if (decision === 'reopen') this.card = 'new';
    else if (decision !== 'nothing') this.state = MEANING[setting][this.card] ?? this.state;
    const isLeftAlone = decision === 'nothing' && !this.applicable;
    this.heard = {
      aws: this.awsFinished(),
      jira: this.jiraFinished(),
      agreedOn: this.how(),
      card: isLeftAlone ? this.heard.card : this.doneCard(),
    };
    if (!this.jiraFinished()) this.heard = { ...this.heard, card: undefined };
  }

  private decide(setting: Setting, keep?: Keep): Decision {
    if (!this.agrees()) return this.decideOnSides(setting, keep);
    if (!this.jiraFinished() || !this.applicable) return 'nothing';
    return this.decideOnWays(setting, keep);
  }

  private decideOnSides(setting: Setting, keep: Keep | undefined): Decision {
    const follows = this.awsFinished() ? 'close' : 'reopen';
    const awsSpoke = this.awsFinished() !== this.heard.aws;
    const jiraSpoke = this.jiraFinished() !== this.heard.jira || this.isDoneAnew(setting) === true;
    if (awsSpoke && !jiraSpoke) return follows;
    if (awsSpoke && keep === undefined) return 'conflict';
    if (awsSpoke && keep === 'aws') return follows;
    const meaning = this.applicable ? MEANING[setting][this.card] : undefined;
    if (meaning === undefined) return 'told';
    const isElsewise = !awsSpoke && this.awsFinished() && this.heard.agreedOn !== this.how();
    if (!isElsewise || keep === 'jira') return `choose ${meaning}`;
    return keep === 'aws' ? follows : 'conflict';
  }

  /** Both are finished. */
  private decideOnWays(setting: Setting, keep: Keep | undefined): Decision {
    const meaning = MEANING[setting][this.card];
    if (meaning === this.state) return 'nothing';
    const awsSpoke = this.isFinishedAnew();
    const jiraSpoke = this.isDoneAnew(setting);
    if (meaning === undefined) return jiraSpoke === true && awsSpoke === false ? 'told' : 'nothing';
    if (jiraSpoke === true && awsSpoke === false) return `choose ${meaning}`;
    const finish = this.finish();
    if (SAYING[setting][finish] === undefined) return 'nothing';
    if (jiraSpoke === false) return awsSpoke === false ? 'told' : `resolve ${finish}`;
    if (jiraSpoke === undefined && finish === 'notApplicable') return 'told';
    if (keep === undefined) return 'conflict';
    return keep === 'aws' ? `resolve ${finish}` : `choose ${meaning}`;
  }

  /** Undefined: nobody knows. */
  private isFinishedAnew(): boolean | undefined {
    if (!this.heard.aws) return true;
    return this.heard.agreedOn === undefined ? undefined : this.heard.agreedOn !== this.state;
  }

  private isDoneAnew(setting: Setting): boolean | undefined {
    const { jira, card, agreedOn } = this.heard;
    if (!this.jiraFinished()) return false;
    const meaning = MEANING[setting][this.card];
    if (!jira) return meaning === undefined ? undefined : true;
    if (card === undefined) return meaning !== undefined && meaning === agreedOn ? false : undefined;
    const [before, now] = [CARDS[card][1]?.id, CARDS[this.card][1]?.id];
    if (meaning !== MEANING[setting][card]) return true;
    return meaning === undefined && before !== undefined && now !== undefined && before !== now;
  }

  /** @param isSettled a person said that Jira's side stays, and so that AWS's is as it is */
  private hearDifference(setting: Setting, isSettled: boolean): void {
    if (this.agrees() && MEANING[setting][this.card] === undefined) return;
    const { agreedOn } = this.heard;
    const isKnown = isSettled || this.agrees() || agreedOn === this.how();
    this.heard = {
      aws: this.awsFinished(),
      jira: this.jiraFinished(),
      agreedOn: isKnown ? this.how() : undefined,
      card: this.doneCard(),
    };
  }

  private awsFinished(): boolean {
    return !this.applicable || this.state !== 'open';
  }

  private jiraFinished(): boolean {
    return this.card !== 'new' && this.card !== 'started';
  }

  /** AWS's side, finished. */
  private finish(): Finish {
    return this.applicable && this.state === 'selected' ? 'selected' : 'notApplicable';
  }

  /** How AWS's side is finished, where people said so of the practice itself. */
  private how(): Finish | undefined {
    return this.applicable && this.state !== 'open' ? this.state : undefined;
  }

  private doneCard(): Card | undefined {
    return this.jiraFinished() ? this.card : undefined;
  }
}
