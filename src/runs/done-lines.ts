/** What an invocation did, kept until the audit log has it. */
import { because } from '../audit/reasons';
import type { AuditPorts } from '../audit/record';
import type { Reason } from '../reason';
import type { DoneItem } from '../sync/done-item';
import type { Run } from './model';
import { because as tell } from './reasons';
import { recordRun } from './record-run';

/** A run that goes on for long tells so many at a time: what an invocation that dies did not tell yet is lost. */
const AT_ONCE = 25;

export interface DoneLines {
  readonly did: (item: DoneItem) => void;
  /** Tells what is not told yet, where it is enough for an entry of its own. */
  readonly tellSome: () => Promise<void>;
  /** Tells all of it: the run goes on without this invocation. */
  readonly tellRest: () => Promise<void>;
  /** What is not told yet, for the entry of the run's end; it counts as told from then on. */
  readonly take: () => readonly Reason[];
}

export function createDoneLines(run: Run, ports: AuditPorts): DoneLines {
  let lines: Reason[] = [];
  const take = () => {
    const taken = lines;
    lines = [];
    return taken;
  };
  const tellAll = async (least: number) => {
    if (lines.length >= least)
      await recordRun(run, 'sync.changed', tell('audit-run-started', { run: run.id }), take(), ports);
  };
  return {
    did: (item) => void lines.push(lineOf(item)),
    tellSome: () => tellAll(AT_ONCE),
    tellRest: () => tellAll(1),
    take,
  };
}

function lineOf(item: DoneItem): Reason {
  if (item.kind === 'issue') return because('issue-changed', { what: item.what, issue: item.issueKey });
  const { lens = '', question = '' } = item.question;
  if (item.kind === 'notes')
    return because('notes-changed', { lens, question, what: item.what, issue: item.issueKey ?? '' });
  const { choice: practice, from, to, issueKey: issue } = item;
  return because('answer-changed', { lens, question, practice, from, to, issue });
}
