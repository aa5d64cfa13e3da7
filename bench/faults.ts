/**
 * `npm run bench:faults`: the time from a trouble's end until both sides agree, in minutes of the site's time, which
 * takes little of the machine's. Each trouble meets a synced workload in automatic mode, of which an answer was changed
 * in AWS and a card moved in Jira as it began.
 */
import { measure, type Measured } from '../test/scenarios/faults/measure';
import { worstOf } from '../test/scenarios/faults/rows';
import { OF_PLATFORM, OF_SERVICES, type Trouble } from '../test/scenarios/faults/troubles';

const HOUR = 60;
/** What lasts an hour is measured with some other durations too: it ends at another moment of the waits. */
const LASTING = [40, 50, 60, 70, 80];

/** Of the longest name. */
const WIDTH = 68;

async function main(): Promise<void> {
  for (const trouble of [...OF_SERVICES, ...OF_PLATFORM]) console.log(await rowOf(trouble));
}

async function rowOf(trouble: Trouble): Promise<string> {
  const all: Measured[] = [];
  for (const lasts of trouble.lasts === HOUR ? LASTING : [trouble.lasts])
    all.push(await measure(lasts === undefined ? trouble : { ...trouble, lasts }));
  const [minutes, wrong] = [all.map(worstOf), all.flatMap((each) => each.wrong)];
  const told = wrong.length > 0 ? ` WRONG: ${wrong.join('; ')}` : '';
  return `${trouble.name.padEnd(WIDTH)} ${String(Math.max(...minutes)).padStart(3)} min${triedOf(all)}${told}`;
}

function triedOf(all: readonly Measured[]): string {
  const [{ minutes } = { minutes: [] }] = all;
  if (minutes.length > 1) return `, the slowest of ${minutes.length} calls tried`;
  return all.length > 1 ? `, the slowest of ${all.map(worstOf).join(', ')}` : '';
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
