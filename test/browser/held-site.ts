/** A site whose run is held while it writes into AWS, or before it reads: until a page has been looked at. */
import { setTimeout } from 'node:timers/promises';
import type { AppCall } from '../../sandbox/forge/intervene';
import { scenarioOn, type Scenario } from '../scenarios/open-site';
import { openPages, type Pages } from './pages';

export const WORKLOAD = 'Sample workload';

export interface HeldSite {
  readonly pages: Pages;
  readonly scenario: Scenario;
  /** Where the page of its run is. */
  readonly runPage: string;
  readonly start: () => Promise<void>;
  /** From now on no call that a run makes to Jira or AWS goes out, but writes of answers. */
  readonly holdReads: () => void;
  /** From now on the writes of answers stop on their way through the review. */
  readonly holdWrites: () => void;
  readonly letGo: () => void;
  readonly close: () => Promise<void>;
}

/** What runs are done by. */
const CONSUMER = 'sync-consumer';
/** So long each write of an answer takes, and from the one of this number on they wait to be let go. */
const WRITE_MS = 500;
const HELD = 40;

export async function openHeldSite(): Promise<HeldSite> {
  const reads = createGate();
  const writes = createGate();
  let written = 0;
  async function beforeCall({ kind, method, functionKey }: AppCall): Promise<void> {
    if (functionKey !== CONSUMER || (kind !== 'aws' && kind !== 'jira')) return;
    if (kind === 'jira' || method !== 'PATCH') return reads.pass();
    written += 1;
    await setTimeout(WRITE_MS);
    if (written >= HELD) await writes.pass();
  }
  const pages = await openPages({ beforeCall });
  const scenario = scenarioOn(pages.site);
  const { workloads } = await scenario.call('workload.list', { projectKey: 'WA' });
  const workloadArn = workloads.find(({ name }) => name === WORKLOAD)?.arn ?? '';
  await scenario.link(workloadArn);
  await pages.site.caughtUp();
  function letGo(): void {
    reads.open();
    writes.open();
  }
  return {
    ...{ pages, scenario, letGo },
    runPage: `/projects/WA/well-architected/sync/${workloadArn.split('/')[1] ?? ''}`,
    holdReads: () => reads.shut(),
    holdWrites: () => writes.shut(),
    async start() {
      await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'sync' });
    },
    async close() {
      letGo();
      await pages.close();
    },
  };
}

interface Gate {
  readonly pass: () => Promise<void>;
  readonly shut: () => void;
  readonly open: () => void;
}

function createGate(): Gate {
  let isShut = false;
  let waiting: (() => void)[] = [];
  return {
    pass: () => (isShut ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    shut() {
      isShut = true;
    },
    open() {
      isShut = false;
      for (const wake of waiting) wake();
      waiting = [];
    },
  };
}
