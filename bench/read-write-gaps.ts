/** How long ago the app had read what it writes, by its calls alone. */
import type { AppCall } from '../sandbox/forge/intervene';

/** `title`: a PUT with a summary; `other fields`: any other PUT; `status`: a transition; `answer`: an UpdateAnswer. */
export type Kind = 'title' | 'other fields' | 'status' | 'answer';

/** A write of one thing. Both times are undefined where it was never read. */
export interface Gap {
  readonly kind: Kind;
  /** Milliseconds since the last read. */
  readonly sinceLast: number | undefined;
  /** Milliseconds since the first read: what `sinceLast` would be without any later one. */
  readonly sinceFirst: number | undefined;
}

export interface GapWatch {
  /**
   * Takes a call as it leaves the app, at a time in milliseconds. Services answer halfway through their latency, so
   * that the time between two calls of one service is the time between the moments at which it performs them.
   */
  see(call: Pick<AppCall, 'kind' | 'method' | 'url' | 'body'>, at: number): void;
  /** In the order of the writes. */
  gaps(): readonly Gap[];
  /** Forgets everything. */
  clear(): void;
}

/** A search names no issue in its request, so it counts as no read: a first read is never taken for too early. */
export function watchGaps(): GapWatch {
  const reads = new Map<string, { readonly first: number; last: number }>();
  const gaps: Gap[] = [];
  return {
    see(call, at) {
      for (const thing of thingsRead(call)) {
        const read = reads.get(thing);
        if (read) read.last = at;
        else reads.set(thing, { first: at, last: at });
      }
      const written = thingWritten(call);
      if (written === undefined) return;
      const read = reads.get(written.thing);
      gaps.push({
        kind: written.kind,
        sinceLast: read && at - read.last,
        sinceFirst: read && at - read.first,
      });
    },
    gaps: () => gaps,
    clear() {
      reads.clear();
      gaps.length = 0;
    },
  };
}

type Call = Pick<AppCall, 'kind' | 'method' | 'url' | 'body'>;

const ISSUE = /\/rest\/api\/3\/issue\/([^/]+)(\/transitions)?$/;
const ANSWER = /\/answers\/[^/]+$/;

/** `title 10012`, `status 10012`, or the path of an answer. */
function thingsRead({ kind, method, url, body }: Call): readonly string[] {
  const { pathname, searchParams } = new URL(url, 'http://site.invalid');
  if (kind === 'aws') return method === 'GET' && ANSWER.test(pathname) ? [pathname] : [];
  if (kind !== 'jira') return [];
  if (method === 'POST' && pathname.endsWith('/issue/bulkfetch')) {
    const { issueIdsOrKeys, fields } = parsed(body) as { issueIdsOrKeys: string[]; fields?: string[] };
    return issueIdsOrKeys.flatMap((id) => partsRead(id, fields));
  }
  const [, id, transitions] = ISSUE.exec(pathname) ?? [];
  if (method !== 'GET' || id === undefined || transitions !== undefined) return [];
  return partsRead(id, searchParams.get('fields')?.split(','));
}

/** @param fields as Jira is asked for them: without any it answers all */
function partsRead(id: string, fields: readonly string[] = ['*all']): readonly string[] {
  const has = (field: string) => fields.includes(field) || fields.includes('*all');
  return [...(has('summary') ? [`title ${id}`] : []), ...(has('status') ? [`status ${id}`] : [])];
}

function thingWritten({ kind, method, url, body }: Call): { kind: Kind; thing: string } | undefined {
  const { pathname } = new URL(url, 'http://site.invalid');
  if (kind === 'aws')
    return method === 'PATCH' && ANSWER.test(pathname) ? { kind: 'answer', thing: pathname } : undefined;
  const [, id, transitions] = ISSUE.exec(pathname) ?? [];
  if (kind !== 'jira' || id === undefined) return undefined;
  if (transitions !== undefined)
    return method === 'POST' ? { kind: 'status', thing: `status ${id}` } : undefined;
  if (method !== 'PUT') return undefined;
  const { fields = {} } = parsed(body) as { fields?: object };
  return { kind: 'summary' in fields ? 'title' : 'other fields', thing: `title ${id}` };
}

function parsed(body: Uint8Array | undefined): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}
