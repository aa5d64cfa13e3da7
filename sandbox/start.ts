/** `npm start`: the local site in the foreground, until Ctrl-C. */
import { LensFileError } from './aws';
import { siteSections } from './shell/site-sections';
import { PortInUse } from './site/listen';
import { startSite } from './site/site';
import { readStartArguments, START_USAGE, StartUsageError } from './site/start-arguments';
import { JournalError } from './store/journal';

const FAILED = 1;
const MISUSED = 2;

async function main(): Promise<void> {
  const options = readStartArguments(process.argv.slice(2));
  if (options === 'help') {
    console.log(START_USAGE);
    return;
  }
  console.log(
    'Starting the local site (the first time the app and its pages are built, which takes a minute or two) …',
  );
  const site = await startSite({ ...options, pages: true });
  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await site.close();
    console.log('Stopped.');
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  for (const { title, lines } of siteSections(site)) {
    console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  }
  for (const notice of site.host.notices) console.log(`\n${notice}`);
  console.log(`\nReady at ${site.url} — Ctrl-C stops it.`);
}

main().catch((error: unknown) => {
  if (error instanceof StartUsageError) {
    console.error(`${error.message}\n\n${START_USAGE}`);
    process.exit(MISUSED);
  }
  const expected =
    error instanceof LensFileError || error instanceof PortInUse || error instanceof JournalError;
  console.error(expected ? error.message : error);
  process.exit(FAILED);
});
