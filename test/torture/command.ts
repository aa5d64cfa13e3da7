/** `npm run torture`: schedules by their seeds, and what of each does not hold. */
import { parseArgs } from 'node:util';
import { drive } from './drive';
import { type Extra, EXTRAS, scheduleOf } from './schedule';

const USAGE = `npm run torture -- [options]
  --seeds A..B,C         default 1..40
  --with queue,storage,eventbridge   let Forge's queue and storage fail too; let EventBridge tell of changes
  --story                tell what happens in each schedule`;

interface Options {
  readonly seeds: readonly number[];
  readonly extras: readonly Extra[];
  readonly story: boolean;
}

/** @throws Error in words for the person at the terminal. */
function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { seeds: { type: 'string' }, with: { type: 'string' }, story: { type: 'boolean' } },
  });
  const extras = (values.with ?? '').split(',').filter(Boolean);
  const unknown = extras.find((each) => !EXTRAS.some((extra) => extra === each));
  if (unknown !== undefined) throw new Error(`--with takes ${EXTRAS.join(', ')}, not "${unknown}".`);
  return {
    seeds: (values.seeds ?? '1..40').split(',').flatMap(rangeOf),
    extras: extras as Extra[],
    story: values.story ?? false,
  };
}

function rangeOf(text: string): readonly number[] {
  const [, first, last] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? [];
  if (first === undefined) throw new Error(`--seeds takes numbers such as 1..40 or 3,7..9, not "${text}".`);
  const from = Number(first);
  return Array.from({ length: Number(last ?? first) - from + 1 }, (_, nth) => from + nth);
}

async function main(): Promise<void> {
  const { seeds, extras, story } = readOptions(process.argv.slice(2));
  const kinds = new Map<string, number[]>();
  const met: Record<string, number> = {};
  const began = Date.now();
  for (const seed of seeds) {
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
    `\n${seeds.length} schedules, ${failed.size} fail, ${Math.round((Date.now() - began) / 1000)} s`,
  );
  for (const [name, failing] of kinds)
    console.log(`  ${name}: ${new Set(failing).size} (${[...new Set(failing)].slice(0, 20).join(', ')})`);
  console.log(`Faults met: ${JSON.stringify(met)}`);
  process.exitCode = failed.size > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = 2;
});
