/** Lets the app's calls meet their faults. */
import type { Clock } from '../../clock';
import type { AppCall, Intervene } from '../../forge/intervene';
import type { OutsideAnswer } from '../../forge/protocol';
import { createChooser, type Choose } from './choose';
import type { EarlierAnswers } from './earlier-answers';
import { fits, pathOf, serviceOf } from './fits';
import { meet, type Perform } from './meet';
import type { Fault, Faults, FaultyService } from './model';
import type { PutOff } from './put-off';

export interface FaultyCalls {
  readonly answer: Intervene;
  /** How often each fault was met, `jira lost` → 3. */
  met(): Readonly<Record<string, number>>;
}

/** What outlives a change of the faults. */
export interface Kept {
  readonly putOff: PutOff;
  readonly earlier: EarlierAnswers;
}

export function createFaultyCalls(faults: Faults, clock: Clock, kept: Kept): FaultyCalls {
  const { seed } = faults;
  const state: State = {
    ...{ seed, clock, ...kept },
    choosers: {
      jira: createChooser<Fault>(`${seed} jira`, faults.jira),
      aws: createChooser<Fault>(`${seed} aws`, faults.aws),
      storage: createChooser<Fault>(`${seed} storage`, faults.storage),
      queue: createChooser<Fault>(`${seed} queue`, faults.queue),
    },
    met: {},
  };
  return {
    answer: (call, perform) => answer(state, call, perform),
    met: () => ({ ...state.met }),
  };
}

interface State extends Kept {
  readonly seed: number;
  readonly clock: Clock;
  readonly choosers: Readonly<Record<FaultyService, Choose<Fault>>>;
  readonly met: Record<string, number>;
}

async function answer(state: State, call: AppCall, perform: Perform): Promise<OutsideAnswer> {
  const { seed, clock, choosers, earlier, putOff } = state;
  await putOff.wake();
  const service = serviceOf(call);
  if (service === undefined) return perform();
  const performAndKeep: Perform = async () => {
    const performed = await perform();
    earlier.keep(call, performed);
    return performed;
  };
  const fault = choosers[service](`${call.method} ${pathOf(call)}`, (each) => fits(each, call));
  if (fault === undefined) return performAndKeep();
  const now = clock.now();
  const { answer: answered, met } = await meet(fault, {
    ...{ call, now, earlier, chance: `${seed} ${call.url} ${now}` },
    perform: fault === 'stale' ? perform : performAndKeep,
    putOff: (ms, late) => putOff.add(ms, late),
  });
  if (met) state.met[`${service} ${fault}`] = (state.met[`${service} ${fault}`] ?? 0) + 1;
  return answered;
}
