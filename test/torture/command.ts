/** `npm run torture`: schedules by their seeds, and what of each does not hold. */
import { parseArgs } from 'node:util';
import { drive } from './drive';
import { type Extra, EXTRAS, scheduleOf } from './schedule';

const USAGE = `npm run torture -- [options]
  --seeds A..B           default 1..40
  --with queue,storage,eventbridge   let Forge's queue and storage fail too; let EventBridge tell of changes
  --story                tell what happens in each schedule`;

interface Options {
  readonly from: number;
  readonly to: number;
  readonly extras: readonly Extra[];
  readonly story: boolean;
}

/** @throws Error in words for the person at the terminal. */
function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { seeds: { type: 'string' }, with: { type: 'string' }, story: { type: 'boolean' } },
  });
  const [, first, last] = /^(\d+)(?:\.\.(\d+))?$/.exec(values.seeds ?? '1..40') ?? [];
  if (first === undefined)
    throw new Error(`--seeds takes numbers such as 1..40, not "${values.seeds ?? ''}".`);
  const extras = (values.with ?? '').split(',').filter(Boolean);
  const unknown = extras.find((each) => !EXTRAS.some((extra) => extra === each));
  if (unknown !== undefined) throw new Error(`--with takes ${EXTRAS.join(', ')}, not "${unknown}".`);
  return {
    from: Number(first),
    to: Number(last ?? first),
    extras: extras as Extra[],
    story: values.story ?? false,
  };
}

async function main(): Promise<void> {
  const { from, to, extras, story } = readOptions(process.argv.slice(2));
  const kinds = new Map<string, number[]>();
  const met: Record<string, number> = {};
  const began = Date.now();
  for (let seed = from; seed <= to; seed += 1) {
    const driven = await drive(scheduleOf(seed, extras), extras.length > 0 ? 4 : 2).catch(
      (error: unknown) => ({
        violations: [{ name: 'the schedule runs to its end', what: String(error) }],
        story: [error instanceof Error ? (error.stack ?? '') : ''],
        met: {},
        trace: [],
      }),
    );
    for (const [fault, count] of Object.entries(driven.met)) met[fault] = (met[fault] ?? 0) + count;
    for (const { name } of driven.violations) kinds.set(name, [...(kinds.get(name) ?? []), seed]);
    if (driven.violations.length > 0) {
      const again = `npm run torture -- --seeds ${seed}${extras.length > 0 ? ` --with ${extras.join(',')}` : ''} --story`;
      console.log(`\nSeed ${seed} fails. Again: ${again}`);
      for (const { name, what } of driven.violations) console.log(`  ${name}: ${what}`);
    }

    if (story || driven.violations.length > 0)
      console.log(driven.story.map((line) => `    ${line}`).join('\n'));
  }
  const failed = new Set([...kinds.values()].flat());
  console.log(
    `\n${to - from + 1} schedules, ${failed.size} fail, ${Math.round((Date.now() - began) / 1000)} s`,
  );
  for (const [name, seeds] of kinds)
    console.log(`  ${name}: ${new Set(seeds).size} (${[...new Set(seeds)].slice(0, 20).join(', ')})`);
  console.log(`Faults met: ${JSON.stringify(met)}`);
  process.exitCode = failed.size > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = 2;
});
