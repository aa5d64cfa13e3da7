/** A run as a person makes it: the preview first, then what it showed. */
import { expect } from '@jest/globals';
import type { StartSync } from '../../src/contract';
import type { PlannedChange, RunView } from './worded';
import type { Answer } from '@aws-sdk/client-wellarchitected';
import { outcomeOf } from './open-site';
import type { ReviewedSite } from './reviewed-site';

type Options = Omit<Partial<StartSync>, 'mode' | 'projectKey' | 'workloadArn' | 'fingerprint'>;
type Outcome = NonNullable<RunView['outcome']>;

export interface Run {
  /** What the preview listed. */
  readonly shown: readonly PlannedChange[];
  readonly outcome: Outcome;
}

/** Fails unless the sync did just as many of each kind as the preview had listed, which wrote nothing. */
export async function showAndRun(site: ReviewedSite, options: Options = {}): Promise<Run> {
  site.site.clearRequests();
  const { shown, outcome: preview } = await show(site, options);
  expect([preview.kind, writesOf(site)]).toEqual(['previewed', []]);
  const { fingerprint } = preview;
  const { outcome } = await execute(site, { ...options, mode: 'sync', fingerprint });
  const done = {
    close: outcome.closed,
    reopen: outcome.reopened,
    update: outcome.updated,
    choose: outcome.chosen,
    notes: outcome.notesWritten,
  };
  const count = (kind: string) => shown.filter((change) => change.kind === kind).length;
  const listed = Object.fromEntries(Object.keys(done).map((kind) => [kind, count(kind)]));
  // An issue that is resolved anew is an issue that is updated.
  expect(done).toEqual({ ...listed, update: count('update') + count('resolve') });
  return { shown, outcome };
}

/** A preview with all pages of its plan. */
export async function show(site: ReviewedSite, options: Options = {}): Promise<Run> {
  const { runId, outcome } = await execute(site, { ...options, mode: 'preview' });
  const shown: PlannedChange[] = [];
  for (let page = 0; page < outcome.planPages; page++)
    shown.push(...(await site.call('sync.plan', { projectKey: 'WA', runId, page })).changes);
  return { shown, outcome };
}

async function execute(site: ReviewedSite, payload: Partial<StartSync>) {
  const { runId } = await site.call('sync.start', {
    ...payload,
    projectKey: 'WA',
    workloadArn: site.workloadArn,
  });
  await site.rest();
  const outcome = outcomeOf(await site.call('sync.run', { projectKey: 'WA', runId }));
  return { runId, outcome };
}

/** Everything that the app changed on either side since `clearRequests`. */
export function writesOf(site: ReviewedSite): readonly string[] {
  return [...site.writes(), ...site.appCalls().filter((call) => call === 'UpdateAnswer')];
}

/** The notes of a question, byte for byte. */
export async function notesOf(site: ReviewedSite, questionId: string): Promise<string> {
  return (await site.answerOf(questionId)).Notes ?? '';
}

/** Ids of the choices that are selected, and those that are marked not applicable with AWS's reason. */
export function choicesOf({ SelectedChoices, ChoiceAnswers }: Answer) {
  return {
    selected: SelectedChoices ?? [],
    notApplicable: Object.fromEntries(
      (ChoiceAnswers ?? [])
        .filter(({ Status }) => Status === 'NOT_APPLICABLE')
        .map(({ ChoiceId = '', Reason }) => [ChoiceId, Reason]),
    ),
  };
}

/** Notes taken apart: what people wrote before our block, the block, and what they wrote after it. */
export function apart(notes: string): { before: string; block: string; after: string } {
  const begin = notes.search(/=== Jira status v\d/);
  const last = /=== end of Jira status v\d+ [0-9a-f]{8}, check [0-9a-f]+ ===/.exec(notes);
  if (begin < 0 || !last) throw new Error(`no block in ${JSON.stringify(notes)}`);
  const end = last.index + last[0].length;
  return { before: notes.slice(0, begin), block: notes.slice(begin, end), after: notes.slice(end) };
}
