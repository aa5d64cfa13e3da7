/** Looks at assumptions about the platform that nobody but the app can see. docs/assumptions.md has them by number. */
import type { LiveCheckFinding, LiveCheckView } from '../contract';
import type { KeyValues } from '../key-values';
import type { Caller } from './caller';
import { because } from './reasons';

export interface LiveCheckPorts {
  readonly liveCheck: {
    readonly kvs: Pick<KeyValues, 'set' | 'delete'>;
    /** The runtime's own, through which every request leaves. */
    readonly fetch: (url: string) => Promise<Response>;
    readonly newId: () => string;
  };
}

/** The manifest names the first and not the second. */
const ALLOWED = 'https://sts.us-east-1.amazonaws.com/';
const FOREIGN = 'https://example.com/';

/** Three requests and three keys of storage, which are gone afterwards. Nothing of Jira or AWS changes. */
export async function checkPlatform(
  _: unknown,
  __: Caller,
  { liveCheck }: LiveCheckPorts,
): Promise<LiveCheckView> {
  return { findings: [await seeDate(liveCheck), await seeClaims(liveCheck), await seeEgress(liveCheck)] };
}

type Ports = LiveCheckPorts['liveCheck'];

/** Unsigned, so AWS refuses it: with a Date like any other answer. */
async function seeDate({ fetch }: Ports): Promise<LiveCheckFinding> {
  const id = 'F3';
  try {
    const date = (await fetch(ALLOWED)).headers.get('date');
    if (date === null) return { id, verdict: 'wrong', seen: because('no-date-header') };
    return { id, verdict: 'holds', seen: because('date-header', { date }) };
  } catch (error) {
    return { id, verdict: 'unclear', seen: because('fetch-rejected', { error: String(error) }) };
  }
}

async function seeClaims({ kvs, newId }: Ports): Promise<LiveCheckFinding> {
  const key = `live-check:${newId()}`;
  const claim = (value: number) =>
    kvs.set(key, value, { ttl: { value: 1, unit: 'DAYS' }, keyPolicy: 'FAIL_IF_EXISTS' });
  const claims = await Promise.allSettled([claim(1), claim(2)]);
  await kvs.delete(key);
  const count = claims.filter(({ status }) => status === 'fulfilled').length;
  return {
    id: 'F10',
    verdict: count === 1 ? 'holds' : 'wrong',
    seen: because('claims-that-succeeded', { count }),
  };
}

async function seeEgress({ fetch }: Ports): Promise<LiveCheckFinding> {
  const id = 'F25';
  try {
    const { status } = await fetch(FOREIGN);
    return { id, verdict: 'wrong', seen: because('fetch-answered', { status }) };
  } catch (error) {
    return { id, verdict: 'holds', seen: because('fetch-rejected', { error: String(error) }) };
  }
}
