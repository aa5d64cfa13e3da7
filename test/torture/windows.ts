/**
 * Neither Jira nor AWS takes a write under a condition: what somebody writes between the app's last read of a thing and
 * the write that directly follows is lost, whatever the app does. This knows those moments by the app's calls.
 */
import type { AppCall } from '../../sandbox/forge/intervene';
import type { Text, Written } from './written';

export interface Windows {
  /** Sees a call of the app to Jira or AWS, before it is performed. */
  see(call: AppCall, number: number): void;
}

/** What was last done to an issue or an answer. */
interface Last {
  readonly what: 'read' | 'write';
  readonly at: number;
  /** Reads of other things, waits and the like since: writes alone leave a read "directly before". */
  readonly readsThen: number;
}

/** Answers are read one by one, beside others. */
const OTHER_ANSWERS = 8;

export function watchWindows(written: Written): Windows {
  const last = new Map<string, Last>();
  let reads = 0;
  return {
    see(call, number) {
      const { read, write } = thingsOf(call);
      if (write === undefined) reads += 1;
      for (const thing of read) last.set(thing, { what: 'read', at: number, readsThen: reads });
      if (write === undefined) return;
      const before = last.get(write);
      const others = write.startsWith('answer') ? OTHER_ANSWERS : 0;
      if (before?.what === 'read' && reads - before.readsThen <= others)
        excuse(written, write, before.at, number);
      last.set(write, { what: 'write', at: number, readsThen: reads });
    },
  };
}

function excuse(written: Written, thing: string, readAt: number, writtenAt: number): void {
  const [kind, id = ''] = thing.split(' ');
  const texts: (Text | undefined)[] =
    kind === 'issue'
      ? [written.titles.get(id), written.descriptions.get(id)]
      : [
          written.notes.get(id),
          ...(written.lines.get(id) ?? []),
          ...[...written.choices].filter(([key]) => key.startsWith(`${id} `)).map(([, text]) => text),
        ];
  for (const text of texts) if (text && text.at > readAt && text.at <= writtenAt) text.excused = true;
}

/** `issue 10012`, `answer keys`: those that a call reads, and the one that it writes. */
function thingsOf({ kind, method, url, body }: AppCall): {
  readonly read: readonly string[];
  readonly write?: string;
} {
  const { pathname } = new URL(url, 'http://site.invalid');
  if (kind === 'aws') {
    const question = /\/answers\/([^/]+)$/.exec(pathname)?.[1];
    if (question === undefined) return { read: [] };
    const thing = `answer ${decodeURIComponent(question)}`;
    return method === 'PATCH' ? { read: [], write: thing } : { read: [thing] };
  }
  if (pathname.endsWith('/issue/bulkfetch')) return { read: bulkIds(body).map((id) => `issue ${id}`) };
  const issue = /\/rest\/api\/3\/issue\/(\d+)(\/transitions)?$/.exec(pathname);
  if (issue === null) return { read: [] };
  const thing = `issue ${issue[1] ?? ''}`;
  if (method === 'GET') return { read: issue[2] === undefined ? [thing] : [] };
  return { read: [], write: thing };
}

function bulkIds(body: Uint8Array | undefined): readonly string[] {
  const { issueIdsOrKeys = [] } = JSON.parse(new TextDecoder().decode(body)) as { issueIdsOrKeys?: string[] };
  return issueIdsOrKeys;
}
