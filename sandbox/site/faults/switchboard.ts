/** Switches the faults of a whole site: of the app's calls, and of the events that reach it. */
import type { Aws } from '../../aws';
import type { Clock } from '../../clock';
import type { Host } from '../../forge/host';
import type { Intervene } from '../../forge/intervene';
import type { Jira } from '../../jira/jira';
import { createFaultyCalls } from './calls';
import { createEarlierAnswers } from './earlier-answers';
import { FAULTS, type Faults } from './model';
import { createPutOff } from './put-off';

export interface FaultsOfSite {
  readonly intervene: Intervene;
  /** From now on, in place of those before; chance begins anew. `connect` has to have been called. */
  set(faults: Faults): void;
  connect(parts: SwitchedParts): void;
  current(): Faults;
  /** How often each fault of calls was met since `set`, `jira lost` → 3. */
  met(): Readonly<Record<string, number>>;
  /** Does the calls that a fault put off until now. */
  wake(): Promise<void>;
}

export interface SwitchedParts {
  readonly host: Pick<Host, 'setQueueFaults' | 'setEventFaults' | 'setScheduleFaults'>;
  readonly jira: Jira;
  readonly aws: Aws;
}

export function createFaults(clock: Clock): FaultsOfSite {
  let faults = FAULTS.parse({});
  const kept = { putOff: createPutOff(clock), earlier: createEarlierAnswers() };
  let calls = createFaultyCalls(faults, clock, kept);
  let parts: SwitchedParts | undefined;
  return {
    intervene: (call, perform) => calls.answer(call, perform),
    connect(connected) {
      parts = connected;
    },
    set(next) {
      faults = next;
      calls = createFaultyCalls(faults, clock, kept);
      const { seed, queueDeliveries, jiraEvents, awsEvents, schedules, indexLagMs } = faults;
      parts?.host.setQueueFaults({ seed, ...queueDeliveries });
      parts?.host.setEventFaults({ seed, ...jiraEvents });
      parts?.host.setScheduleFaults(schedules);
      parts?.aws.events.setFaults({ seed, ...awsEvents });
      if (indexLagMs !== undefined) parts?.jira.admin.setIndexLag(indexLagMs);
    },
    current: () => faults,
    met: () => calls.met(),
    wake: () => kept.putOff.wake(),
  };
}
