import { useState } from 'react';
import { useAction, type Action } from '../../data/use-action';
import type { ConnectionTest, ConnectionView } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';

export interface RegionTests {
  readonly action: Action<readonly [regions: readonly string[]]>;
  /** The Region that is being tested. */
  readonly running: string | undefined;
  /** The newest of each Region; none for a Region that was never tested. */
  readonly testOf: (region: string) => ConnectionTest | undefined;
  /** The one that ended last, in this visit. */
  readonly latest: ConnectionTest | undefined;
}

/** Tests Regions one after the other and shows each as it ends; the list is asked for once, after the last. */
export function useRegionTests({ id, tests }: ConnectionView, calls: ConnectionCalls): RegionTests {
  const [running, setRunning] = useState<string>();
  const [fresh, setFresh] = useState<readonly ConnectionTest[]>([]);
  const action = useAction(async (regions: readonly string[]) => {
    try {
      for (const region of regions) {
        setRunning(region);
        const test = await calls.test(id, region);
        setFresh((before) => [...before.filter((other) => other.region !== region), test]);
      }
    } finally {
      setRunning(undefined);
      calls.refreshList();
    }
  });
  return {
    action,
    running,
    testOf: (region) => newest([...fresh, ...tests].filter((test) => test.region === region)),
    latest: fresh.at(-1),
  };
}

/** What this page saw may be older than what the list says by now. */
function newest(tests: readonly ConnectionTest[]): ConnectionTest | undefined {
  return tests.reduce<ConnectionTest | undefined>(
    (latest, test) => (latest === undefined || test.at > latest.at ? test : latest),
    undefined,
  );
}
