/** The table of a live check, for a terminal. Pure. */
import type { Row } from './run-probes';

const RESULTS: Readonly<Record<Row['result'], string>> = {
  holds: 'holds',
  wrong: 'WRONG',
  unclear: 'unclear',
  'not tried': 'not tried',
};

/** Assumption, what the site did, and, where it is wrong, what to change. */
export function renderRows(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => [
    `${row.id.padEnd(4)} ${RESULTS[row.result].padEnd(10)} ${row.assumed}`,
    `${' '.repeat(16)}${row.result === 'not tried' ? row.seen : `seen: ${row.seen}`}`,
    ...(row.result === 'wrong' ? [`${' '.repeat(16)}to change: ${row.otherwise}`] : []),
  ]);
  return [...lines, '', summary(rows)].join('\n');
}

function summary(rows: readonly Row[]): string {
  const count = (result: Row['result']) => rows.filter((row) => row.result === result).length;
  return `${rows.length} assumptions: ${count('holds')} hold, ${count('wrong')} are wrong, ${count('unclear')} unclear, ${count('not tried')} not tried.`;
}
