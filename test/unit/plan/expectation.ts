/**
 * What the app has to do about one best practice, said in who spoke since the two sides last heard each other.
 * Written from the words of the feature, apart from the code under test.
 */
import type { Keep } from '../../../src/plan/plan';
import type { PracticeState } from '../../../src/wellarchitected/model';
import type { Card, Decision, Setting } from './histories';

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

export class Expectation {
  private state: PracticeState = 'open';
  private applicable = true;
  private card: Card = 'new';
  /** Whether each side was finished when it was last heard. */
  private heard = { aws: false, jira: false };
  /** How AWS's side was finished when both last agreed that it is, and has been in every look since. */
  private agreedOn: string | undefined;

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

  agrees(): boolean {
    return this.finished().aws === this.finished().jira;
  }

  isContested(setting: Setting): boolean {
    return this.decide(setting) === 'conflict';
  }

  /** Has the app look; `fails`: what it writes is not taken. Answers what it has to decide. */
  look(setting: Setting, keep: Keep | undefined, fails: boolean): Decision {
    const { heard, agreedOn } = this;
    if (keep && this.isContested(setting)) this.settle(keep);
    const decision = this.decide(setting);
    if (decision === 'told') this.hearDifference();
    if (decision === 'nothing') this.hearAgreement();
    if (decision === 'nothing' || decision === 'told' || decision === 'conflict') return decision;
    if (fails) {
      [this.heard, this.agreedOn] = [heard, agreedOn];
      return decision;
    }
    if (decision === 'close') this.card = 'done';
    else if (decision === 'reopen') this.card = 'new';
    else this.state = MEANING[setting][this.card] ?? this.state;
    this.hearAgreement();
    return decision;
  }

  private decide(setting: Setting): Decision {
    const finished = this.finished();
    if (finished.aws === finished.jira) return 'nothing';
    const awsSpoke = finished.aws !== this.heard.aws;
    const jiraSpoke = finished.jira !== this.heard.jira;
    if (awsSpoke) {
      if (jiraSpoke) return 'conflict';
      return finished.aws ? 'close' : 'reopen';
    }
    const meaning = this.applicable ? MEANING[setting][this.card] : undefined;
    if (meaning === undefined) return 'told';
    return this.isDoneInAnotherWay() ? 'conflict' : `choose ${meaning}`;
  }

  private settle(keep: Keep): void {
    const { aws, jira } = this.finished();
    this.heard = keep === 'aws' ? { aws: jira, jira } : { aws, jira: aws };
    this.agreedOn = keep === 'aws' ? undefined : this.how();
  }

  private finished(): { aws: boolean; jira: boolean } {
    return { aws: this.how() !== 'open', jira: this.card !== 'new' && this.card !== 'started' };
  }

  private how(): string {
    return this.applicable ? this.state : 'the question is not applicable';
  }

  /** Of an open practice there is one way only. */
  private isDoneInAnotherWay(): boolean {
    return this.how() !== 'open' && this.agreedOn !== this.how();
  }

  private hearDifference(): void {
    this.heard = this.finished();
    if (this.agreedOn !== this.how()) this.agreedOn = undefined;
  }

  private hearAgreement(): void {
    this.heard = this.finished();
    this.agreedOn = this.how() === 'open' ? undefined : this.how();
  }
}
