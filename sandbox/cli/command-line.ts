/** What the command lines of `connect`, `sync` and `settings` have in common. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError } from './app';
import { UsageError } from './usage-error';

export const DEFAULT_SITE = 'http://127.0.0.1:8620';
/** The local site's Jira admin. */
export const JIRA_ADMIN = '557058:00000000-0000-4000-8000-0000000000a1';
/** The local site's project admin. */
export const PROJECT_ADMIN = '557058:00000000-0000-4000-8000-0000000000a2';

/** Exit code where something failed or was refused. */
export const FAILED = 1;
const MISUSED = 2;

/** The options of a command line. Throws UsageError for one that is not known. */
export function parseOptions<const O extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The site's address without a slash at its end. Throws UsageError for what is no URL of a site, `localhost:8620` too. */
export function siteAddress(site: string): string {
  if (!URL.canParse(site) || !/^https?:\/\//i.test(site))
    throw new UsageError(`--site is "${site}"; it must be a URL, such as ${DEFAULT_SITE}.`);
  return site.replace(/\/+$/, '');
}

/** What must be given. Throws UsageError that says what it is. */
export function required(flag: string, value: string | undefined, what: string): string {
  if (value === undefined) throw new UsageError(`${flag} is missing: ${what}.`);
  return value;
}

/** Runs a command to its exit code: 0, 1 where something failed, 2 for a wrong command line. `--help` shows the usage. */
export function runCommand(usage: string, main: (argv: readonly string[]) => Promise<number>): void {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const argv = process.argv.slice(2);
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  main(argv)
    .then((code) => (process.exitCode = code))
    .catch((error: unknown) => {
      process.stderr.write(`${wordsOf(error)}\n`);
      if (error instanceof UsageError)
        process.stderr.write(`${usage.split(' -- ')[0]} -- --help lists the options.\n`);
      process.exitCode = error instanceof UsageError ? MISUSED : FAILED;
    });
}

function wordsOf(error: unknown): string {
  return error instanceof UsageError || error instanceof AppError ? error.message : String(error);
}
