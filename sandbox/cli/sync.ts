/** `npm run sync`: plan, show, apply, tell. A client of the local site, as the app's pages are. */
import type { Outcome, Plan, RunView, Workload } from './api';
import { AppError, openApp, type App } from './app';
import { chooseWorkload } from './choose-workload';
import { decidedAtOnce } from './decide-at-once';
import { FAILED, runCommand } from './command-line';
import { toJson } from './json';
import { endLink, linkFirst } from './linking';
import { noSuchDecisions } from './no-such-decision';
import { openProgress } from './progress';
import { renderPlan } from './render-plan';
import { renderRecent } from './render-recent';
import { renderRemarks, renderResult, unsettled } from './render-result';
import { readSyncArguments, selectionOf, SYNC_USAGE, type SyncArguments } from './sync-arguments';
import { say as inWords, sayAll } from './words';

async function main(argv: readonly string[]): Promise<number> {
  const given = readSyncArguments(argv);
  const app = openApp(given.site, given.as);
  const workload = chooseWorkload(await app.workloads(given.project), given.workload);
  if (given.unlink) {
    process.stdout.write(`${await endLink(app, workload, given.project)}\n`);
    return 0;
  }
  if (given.end) {
    const ended = await app.endRun(workload, given.project);
    say(given, [ended === undefined ? 'No run is under way.' : `Ended the ${ended} that was under way.`]);
    return 0;
  }
  const linked = await linkFirst(app, workload, { ...given, needsLink: given.preview || given.putBack });
  if (linked !== undefined) say(given, [linked]);
  if (given.putBack) return putBack(app, workload, given);
  await refuseIdleDecisions(app, workload, given);
  const first = await execute(app, workload, given, { mode: 'preview' });
  const args = decidedAtOnce(given, first.outcome.proposals);
  const shown = args === given ? first : await execute(app, workload, args, { mode: 'preview' });
  if (shown.failure !== undefined) throw new AppError(shown.failure);
  say(args, renderPlan(shown.changes, shown.outcome, args.verbose));

  if (args.preview && shown.outcome.kind === 'previewed') return tellPreview(args, shown);
  const stop = whyNot(shown, args);
  if (stop !== undefined) return tell(args, shown, shown.outcome, stop);
  const { fingerprint } = shown.outcome;
  const applied = await execute(app, workload, args, { mode: 'sync', fingerprint, confirm: args.confirm });
  const { failure } = applied;
  if (failure === undefined && applied.outcome.kind !== 'applied') {
    say(args, renderPlan(applied.changes, applied.outcome, args.verbose));
    return tell(
      args,
      applied,
      applied.outcome,
      `${sayAll(applied.outcome.refusal)} Nothing was applied; sync again.`,
    );
  }
  return tell(args, shown, applied.outcome, failure);
}

/** A mistyped key would be a decision on nothing. Throws AppError for one. */
async function refuseIdleDecisions(app: App, workload: Workload, args: SyncArguments): Promise<void> {
  if (args.settle.length + args.proposals.length === 0) return;
  const asked = await execute(app, workload, { ...args, settle: [], proposals: [] }, { mode: 'preview' });
  const idle = noSuchDecisions(asked.outcome, args);
  if (idle.length > 0) throw new AppError([...idle, 'Nothing was done.'].join('\n'));
}

/** Shows what was done, then undoes it. */
async function putBack(app: App, workload: Workload, args: SyncArguments): Promise<number> {
  const recent = await app.recentChanges(workload, args.project);
  say(args, renderRecent(recent, args.verbose));
  if (args.preview) {
    if (args.json) process.stdout.write(`${JSON.stringify(recent, undefined, 2)}\n`);
    return 0;
  }
  const back = await execute(app, workload, args, { mode: 'sync', putBack: true });
  return tell(args, back, back.outcome, back.failure);
}

/** Why the plan that was shown is not applied; undefined to go on. */
function whyNot({ outcome }: Plan, args: SyncArguments): string | undefined {
  if (isUndecided(outcome)) return `${sayAll(outcome.refusal)} Add --adopt or --make-new.`;
  if (outcome.kind === 'blocked') return `Refused: ${sayAll(outcome.refusal)}`;
  return outcome.refusal === undefined || args.confirm ? undefined : refusalOf(sayAll(outcome.refusal));
}

/** Nobody said yet what becomes of issues that an earlier installation may have made. */
function isUndecided({ kind, refusal = [] }: Outcome): boolean {
  return kind === 'blocked' && refusal.some(({ code }) => code === 'adopt-or-make-new');
}

function refusalOf(reason: string): string {
  return `The safety check refuses this plan: ${reason}. If it is what you want, add --confirm.`;
}

/** A preview fails only if something in it would: that a plan needs a confirmation is part of what it shows. */
function tellPreview(args: SyncArguments, plan: Plan): number {
  const { outcome } = plan;
  if (args.json) process.stdout.write(`${JSON.stringify(toJson(plan, outcome), undefined, 2)}\n`);
  say(args, [...renderRemarks(outcome, args.verbose), ...unsettled(outcome, args.settle)]);
  if (outcome.refusal !== undefined) say(args, [refusalOf(sayAll(outcome.refusal))]);
  return outcome.failed.length > 0 ? FAILED : 0;
}

/** Prints the result and answers the exit code: 0 only if nothing failed and nothing was refused. */
function tell(args: SyncArguments, plan: Plan, result: Outcome, stop: string | undefined): number {
  if (args.json) process.stdout.write(`${JSON.stringify(toJson(plan, result), undefined, 2)}\n`);
  const isDone = stop === undefined || result.kind === 'stopped';
  if (isDone) say(args, [...renderResult(result, args.verbose), ...unsettled(result, args.settle)]);
  else say(args, renderRemarks(result, args.verbose));
  if (stop !== undefined) say(args, [stop]);
  if (stop !== undefined && args.json) process.stderr.write(`${stop}\n`);
  return result.failed.length > 0 || stop !== undefined ? FAILED : 0;
}

async function execute(app: App, workload: Workload, args: SyncArguments, mode: object): Promise<Plan> {
  const { arn: workloadArn } = workload;
  const { scope, recreate, removeBlocks, project, settle, proposals, adoption } = args;
  const selection = selectionOf(args);
  const payload = {
    workloadArn,
    recreate,
    ...(removeBlocks ? { removeBlocks } : {}),
    ...(scope === undefined ? {} : { scope }),
    ...(selection ? { selection } : {}),
    ...(settle.length > 0 ? { settle } : {}),
    ...(proposals.length > 0 ? { proposals } : {}),
    ...(adoption === undefined ? {} : { adoption }),
    ...mode,
  };
  const progress = openProgress(process.stderr);
  const quiet = (view: RunView) => (args.json ? undefined : progress.show(view));
  const run = await app.run(payload, project, quiet);
  if (!args.json) progress.clear();
  const failure = run.message ? inWords(run.message) : 'The run failed and does not say why.';
  if (!run.outcome) throw new AppError(failure);
  const plan = await app.plan(run, run.outcome, project);
  return run.outcome.kind === 'stopped' ? { ...plan, failure } : plan;
}

function say(args: SyncArguments, lines: readonly string[]): void {
  if (!args.json && lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

runCommand(SYNC_USAGE, main);
