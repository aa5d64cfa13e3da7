/**
 * `npm run burst`: 2,000 cards of 200 workloads move within a minute, together with 20 first syncs, under all limits of
 * the platform; how long until all notes tell what their cards say, in minutes of the site's time. Takes some minutes.
 * `npm run burst -- 0.1` is a tenth of all that.
 */
import { runBurst } from '../test/scenarios/burst';

const [, , scale = '1'] = process.argv;

async function main(): Promise<void> {
  const part = Number(scale);
  const burst = { workloads: 200 * part, moves: 2000 * part, firstSyncs: 20 * part };
  const begin = performance.now();
  const { minutes, wrong, refused, storage, dropped } = await runBurst(burst);
  const of = `${burst.moves} moves on ${burst.workloads} workloads and ${burst.firstSyncs} first syncs`;
  console.log(`${of}: all notes are right after ${minutes} min`);
  console.log(
    `units of storage: ${storage.total}, at most ${storage.peakRead} read and ${storage.peakWritten} written a minute`,
  );
  console.log(
    `turned away and come again: ${refused.storage} of storage, ${refused.pushes} pushes, ${refused.jira} of Jira`,
  );
  console.log(`wrong: ${wrong.length}; given up by the platform: ${dropped.length}`);
  for (const line of [...wrong, ...dropped].slice(0, 10)) console.log(line);
  console.error(`${Math.round((performance.now() - begin) / 1000)} s`);
  if (wrong.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
