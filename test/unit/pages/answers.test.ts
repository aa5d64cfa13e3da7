/** When pages ask a resolver, and when they do not: through react-query's own observers, as components have them. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { focusManager, onlineManager, QueryObserver } from '@tanstack/react-query';
import { CallFailure } from '../../../static/app/src/bridge/call-failure';
import type { CallName, Payload, Result } from '../../../static/app/src/bridge/calls';
import { type Answers, createAnswers } from '../../../static/app/src/data/create-answers';
import { asReason } from '../../../src/reason';

type Keys = Result<'accessKey.list'>;

const NONE: Keys = { keys: [] };
const BRIDGED: Keys = {
  keys: [{ partition: 'aws', from: 'app', endsWith: 'MPLE' }],
} as unknown as Keys;

let answers: Answers;
/** Names that were asked, in their order. */
let asked: CallName[];
/** Ends the question that waits longest. */
let answer: (result: object) => Promise<void>;
let stops: (() => void)[];

beforeEach(() => {
  asked = [];
  stops = [];
  const waiting: ((result: object) => void)[] = [];
  const ask = <N extends CallName>(name: N) => {
    asked.push(name);
    return new Promise<Result<N>>((resolve, reject) => {
      waiting.push((result) => {
        if (result instanceof Error) reject(result);
        else resolve(result as Result<N>);
      });
    });
  };
  answer = async (result) => {
    waiting.shift()?.(result);
    await settled();
  };
  answers = createAnswers(ask);
  answers.client.mount();
});
afterEach(() => {
  for (const stop of stops) stop();
  answers.client.unmount();
  focusManager.setFocused(undefined);
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A component that shows the answer, until it is taken from the page. */
function show<N extends CallName>(name: N, payload: Payload<N>) {
  const observer = new QueryObserver(
    answers.client,
    answers.client.defaultQueryOptions(answers.answerOf(name, payload)),
  );
  const stop = observer.subscribe(() => undefined);
  stops.push(stop);
  return { now: () => observer.getCurrentResult(), stop };
}

describe('a resolver is asked', () => {
  test('once by components that ask the same, at once or later', async () => {
    const first = show('accessKey.list', {});
    const second = show('accessKey.list', {});
    await answer(NONE);
    const third = show('accessKey.list', {});
    await settled();
    expect(asked).toEqual(['accessKey.list']);
    for (const component of [first, second, third]) expect(component.now().data).toEqual(NONE);
  });

  test('for each payload, in whatever order its members stand', async () => {
    show('triage.list', { projectKey: 'WA', cursor: 'a' });
    show('triage.list', { cursor: 'a', projectKey: 'WA' });
    show('triage.list', { projectKey: 'WA' });
    await settled();
    expect(asked).toHaveLength(2);
  });

  test('not again when the window gets the focus, when the browser is online again, or when time passes', async () => {
    show('accessKey.list', {});
    await answer(NONE);
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await settled();
    expect(asked).toHaveLength(1);
  });

  test('also where the browser takes itself for offline', async () => {
    onlineManager.setOnline(false);
    show('accessKey.list', {});
    await settled();
    onlineManager.setOnline(true);
    expect(asked).toHaveLength(1);
  });
});

describe('an answer that an action made old', () => {
  test('is asked for anew, and stays on the page meanwhile', async () => {
    const component = show('accessKey.list', {});
    show('connection.list', {});
    await answer(NONE);
    await answer({ connections: [] });
    answers.refresh('accessKey.list');
    await settled();
    expect(asked).toEqual(['accessKey.list', 'connection.list', 'accessKey.list']);
    expect(component.now()).toMatchObject({ data: NONE, isFetching: true });
    await answer(BRIDGED);
    expect(component.now()).toMatchObject({ data: BRIDGED, isFetching: false });
  });

  test('that nobody shows waits until somebody does', async () => {
    const component = show('accessKey.list', {});
    await answer(NONE);
    component.stop();
    answers.refresh('accessKey.list');
    await settled();
    expect(asked).toHaveLength(1);
    show('accessKey.list', {});
    await settled();
    expect(asked).toHaveLength(2);
  });

  test('while the question was under way is dropped for the newer one', async () => {
    const component = show('accessKey.list', {});
    answers.refresh('accessKey.list');
    await settled();
    expect(asked).toHaveLength(2);
    await answer(NONE);
    expect(component.now().data).toBeUndefined();
    await answer(BRIDGED);
    expect(component.now().data).toEqual(BRIDGED);
  });
});

describe('what an action answered', () => {
  test('is kept without a question, and what was under way does not overwrite it', async () => {
    const component = show('accessKey.list', {});
    await answer(NONE);
    answers.refresh('accessKey.list');
    await settled();
    await answers.keep('accessKey.list', {}, BRIDGED);
    await answer(NONE);
    expect(component.now()).toMatchObject({ data: BRIDGED, isFetching: false });
    expect(asked).toHaveLength(2);
  });

  test('changes a list that is known, and makes up none', async () => {
    await answers.amend('accessKey.list', {}, () => BRIDGED);
    expect(answers.client.getQueryData(answers.answerOf('accessKey.list', {}).queryKey)).toBeUndefined();
    const component = show('accessKey.list', {});
    await answer(NONE);
    await answers.amend('accessKey.list', {}, () => BRIDGED);
    expect(component.now().data).toEqual(BRIDGED);
  });
});

describe('a failure', () => {
  const failure = new CallFailure('upstream', asReason('AWS does not answer.'));

  test('stays, however often it is shown, until somebody tries again', async () => {
    const component = show('accessKey.list', {});
    await answer(failure);
    const other = show('accessKey.list', {});
    await settled();
    expect(asked).toHaveLength(1);
    expect(other.now().error).toBe(failure);
    void component.now().refetch();
    await answer(NONE);
    expect(other.now().data).toEqual(NONE);
  });

  test('that nobody shows is forgotten once an action may have mended it', async () => {
    const component = show('accessKey.list', {});
    await answer(failure);
    component.stop();
    answers.refresh('accessKey.list');
    await settled();
    const other = show('accessKey.list', {});
    await answer(NONE);
    expect(other.now().data).toEqual(NONE);
  });
});
