import type { UnreadableRecord } from '../contract';
import { errorOf, type RecordProblem } from '../storage/problems';

/** Records that a list lacks, as pages show them; nothing where it lacks none. */
export function unreadableOf(
  problems: readonly RecordProblem[],
  mended: MendedRecord,
): { unreadable?: UnreadableRecord[] } {
  if (problems.length === 0) return {};
  const unreadable = problems.map((problem) => ({
    ...idIn(problem, mended),
    reason: errorOf(problem).reason,
  }));
  return { unreadable };
}

/** What of a list a call can mend: a record by its name, and what its keys begin with before the id. */
interface MendedRecord {
  readonly name: string;
  readonly prefix: string;
}

function idIn({ code, record, key }: RecordProblem, { name, prefix }: MendedRecord): { id?: string } {
  const isMended = code === 'unreadable' && record === name && key.startsWith(prefix);
  return isMended ? { id: key.slice(prefix.length) } : {};
}
