/** Jira's three limits together, each of which may refuse a request, and the headers that tell of them. */
import type { Clock } from '../../clock';
import type { Limits } from '../../limits/table';
import { createBursts, type Bursts, type Method } from './bursts';
import { createIssueWrites, type IssueWrites } from './issue-writes';
import { createPoints, type PointCharges, type Points } from './points';
import { costBefore, costOfAnswer } from './prices';
import { limitedAnswer, type LimitedAnswer, type LimitReason, nextHour } from './refusals';

/** A request, as far as limits go. */
export interface Asked {
  readonly method: Method;
  /** As `POST /rest/api/3/issue/bulk`. */
  readonly operation: string;
  /** Parsed JSON, if it is any. */
  readonly body: unknown;
  /** The issue that its path names, by id, if there is one. */
  readonly issueId: string | undefined;
  /** Whether the app's back end sends it. Only that spends points: neither pages nor API tokens do. */
  readonly spendsPoints: boolean;
}

export interface JiraCharges {
  readonly points: PointCharges;
  /** Requests that were refused, by reason. */
  readonly refused: Readonly<Partial<Record<LimitReason, number>>>;
}

export interface RateLimits {
  /** Counts a request, or answers why it is not performed; then it costs nothing (unverified, J19). */
  admit(asked: Asked): LimitedAnswer | undefined;
  /** Charges for what was answered: only a read, which changes nothing, can still turn out too dear. */
  settle(
    asked: Asked,
    answer: { readonly status: number; readonly body?: unknown },
  ): LimitedAnswer | undefined;
  /** Headers of any answer to the request. */
  headers(asked: Asked): Readonly<Record<string, string>>;
  charges(): JiraCharges;
  reset(): void;
}

export function createRateLimits(clock: Clock, limits: Limits): RateLimits {
  const state: State = {
    limits,
    clock,
    points: createPoints(limits.points),
    bursts: createBursts(limits),
    issueWrites: createIssueWrites(limits),
    refused: {},
  };
  return {
    admit: (asked) => counted(state, admit(state, asked)),
    settle(asked, { status, body }) {
      for (const id of createdBy(asked, body)) state.issueWrites.add(clock.now(), id);
      return counted(state, spend(state, asked, costOfAnswer(asked.operation, status, body), 0));
    },
    headers: (asked) => headers(state, asked),
    charges: () => ({ points: state.points.charges(clock.now()), refused: { ...state.refused } }),
    reset() {
      state.refused = {};
      state.points.reset();
    },
  };
}

interface State {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly points: Points;
  readonly bursts: Bursts;
  readonly issueWrites: IssueWrites;
  refused: Partial<Record<LimitReason, number>>;
}

interface Refused {
  readonly reason: LimitReason;
  readonly answer: LimitedAnswer;
}

function counted({ refused }: State, refusal: Refused | undefined): LimitedAnswer | undefined {
  if (refusal !== undefined) refused[refusal.reason] = (refused[refusal.reason] ?? 0) + 1;
  return refusal?.answer;
}

function refuse(reason: LimitReason, now: number, until: number, most: number): Refused {
  return { reason, answer: limitedAnswer(reason, now, until, most) };
}

function admit(state: State, asked: Asked): Refused | undefined {
  const { bursts, issueWrites, clock } = state;
  const { method, operation, body, issueId } = asked;
  const now = clock.now();
  const waitMs = bursts.wait(now, method, operation);
  if (waitMs > 0) return refuse('jira-burst-based', now, now + waitMs, bursts.most(method));
  const written = method === 'GET' ? undefined : issueId;
  const busy = written === undefined ? undefined : issueWrites.refusal(now, written);
  if (busy !== undefined) return refuse('jira-per-issue-on-write', now, now + busy.waitMs, busy.most);
  const tooDear = spend(state, asked, costBefore(operation, body), 1);
  if (tooDear !== undefined) return tooDear;
  bursts.add(now, method, operation);
  if (written !== undefined) issueWrites.add(now, written);
  return undefined;
}

function spend(state: State, asked: Asked, points: number, calls: number): Refused | undefined {
  const now = state.clock.now();
  if (!asked.spendsPoints) return undefined;
  if (!state.points.fits(now, points)) {
    return refuse('jira-quota-global-based', now, nextHour(now), state.limits.points);
  }
  state.points.add(now, asked.operation, points, calls);
  return undefined;
}

/** "Write operations (create, update, delete)": to have been made is the first write of an issue. */
function createdBy({ operation }: Asked, body: unknown): readonly string[] {
  if (operation !== 'POST /rest/api/3/issue' && operation !== 'POST /rest/api/3/issue/bulk') return [];
  const { id, issues = [] } = (body ?? {}) as { id?: string; issues?: readonly { id: string }[] };
  return id === undefined ? issues.map((issue) => issue.id) : [id];
}

/** Below this part of the points left, answers say how many. */
const NEAR = 0.2;

function headers(
  { limits, clock, points, bursts }: State,
  { method, operation, spendsPoints }: Asked,
): Readonly<Record<string, string>> {
  const now = clock.now();
  const burst = told(bursts.most(method), bursts.left(now, method, operation));
  if (!spendsPoints || limits.points === Infinity) return burst;
  const left = points.left(now);
  const isNear = left < limits.points * NEAR;
  const seconds = Math.ceil((nextHour(now) - now) / 1000);
  return {
    ...burst,
    'x-ratelimit-nearlimit': String(isNear),
    'ratelimit-policy': `"global-app-quota";q=${limits.points};w=3600`,
    ratelimit: `"global-app-quota"${isNear ? `;r=${Math.max(0, left)}` : ''};t=${seconds}`,
  };
}

function told(most: number, left: number): Readonly<Record<string, string>> {
  if (most === Infinity) return {};
  return { 'x-ratelimit-limit': String(most), 'x-ratelimit-remaining': String(left) };
}
