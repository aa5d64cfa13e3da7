/** The flags of `npm start`. */
import { parseArgs } from 'node:util';
import { parseAnswered } from '../aws';
import { describedLimits, parseLimits } from '../limits/table';
import { readFaults } from './faults/read-faults';
import type { Latency } from './services';
import type { SiteOptions } from './site';

export const START_USAGE = `npm start -- [options]
  --port N                   default 8620; 0 takes a free one
  --lens FILE                load a lens file; its review is named as the lens (repeatable)
  --answered none|seed:N     answer the reviews of --lens: with nothing selected, or at random
  --state DIR                keep everything in a folder; the next start goes on from there
  --latency jira=150,aws=60,kvs=20
                             milliseconds that each call takes
  --index-lag MS             how far Jira's search lags behind
  --expiry-lag MS            how long after its expiry what the app stored may still be there
  --faults FILE|JSON         let calls and events fail by chance, such as {"jira": {"lost": 0.05}}
  --faults-seed N            which of them fail: the same ones for the same number
  --ignore-concurrency-key   two events of one workload may be worked on at once
  --fast-forward             delayed work comes at once: the site's clock jumps to it
  --unlicensed               the app is sold, and the site has no active licence
  --without-scope SCOPE      the app lacks this scope of its manifest (repeatable)
  --limits storage=1000,…    tighten limits of the platform, or lift one: storage=off. By default:
${describedLimits()
  .map((limit) => `                               ${limit}`)
  .join('\n')}`;

/** A flag is wrong; the message is for the person at the terminal. */
export class StartUsageError extends Error {
  override readonly name = 'StartUsageError';
}

const DEFAULT_PORT = 8620;
const MAX_PORT = 65_535;

/** @throws StartUsageError that names the flag. */
export function readStartArguments(args: readonly string[]): SiteOptions | 'help' {
  const flags = parse(args);
  if (flags.help) return 'help';
  const { lens, state, latency, limits } = flags;
  const indexLagMs = wholeNumber('--index-lag', flags['index-lag']);
  const expiryLagMs = wholeNumber('--expiry-lag', flags['expiry-lag'], 172_800_000);
  const { answered, faults } = flags;
  const faultsSeed = wholeNumber('--faults-seed', flags['faults-seed']);
  if (answered !== undefined && lens === undefined) {
    throw new StartUsageError(
      '--answered says how the reviews of --lens are answered; name a lens file too.',
    );
  }
  if (faultsSeed !== undefined && faults === undefined) {
    throw new StartUsageError('--faults-seed says which calls fail; say with --faults how.');
  }
  return {
    port: wholeNumber('--port', flags.port, MAX_PORT) ?? DEFAULT_PORT,
    ...(lens === undefined ? {} : { lensFiles: lens }),
    ...(answered === undefined ? {} : { answered: usage(() => parseAnswered(answered)) }),
    ...(state === undefined ? {} : { stateDir: state }),
    ...(latency === undefined ? {} : { latency: readLatency(latency) }),
    ...(indexLagMs === undefined ? {} : { indexLagMs }),
    ...(expiryLagMs === undefined ? {} : { expiryLagMs }),
    ...(flags['without-scope'] === undefined ? {} : { withoutScopes: flags['without-scope'] }),
    ...(flags.unlicensed === undefined ? {} : { unlicensed: flags.unlicensed }),
    ...(limits === undefined ? {} : { limits: usage(() => parseLimits(limits)) }),
    ...faultsOf(flags, faultsSeed),
    ...(flags['fast-forward'] === undefined ? {} : { fastForward: flags['fast-forward'] }),
  };
}

function faultsOf(flags: ReturnType<typeof parse>, seed: number | undefined): Pick<SiteOptions, 'faults'> {
  const { faults: given } = flags;
  const faults = given === undefined ? undefined : usage(() => readFaults(given, seed));
  if (!flags['ignore-concurrency-key']) return faults === undefined ? {} : { faults };
  const queueDeliveries = { ...faults?.queueDeliveries, ignoreConcurrencyKey: true };
  return { faults: { ...faults, queueDeliveries } };
}

function parse(args: readonly string[]) {
  return usage(
    () =>
      parseArgs({
        args: [...args],
        options: {
          port: { type: 'string' },
          lens: { type: 'string', multiple: true },
          answered: { type: 'string' },
          state: { type: 'string' },
          latency: { type: 'string' },
          'index-lag': { type: 'string' },
          'expiry-lag': { type: 'string' },
          faults: { type: 'string' },
          'faults-seed': { type: 'string' },
          'ignore-concurrency-key': { type: 'boolean' },
          'fast-forward': { type: 'boolean' },
          'without-scope': { type: 'string', multiple: true },
          unlicensed: { type: 'boolean' },
          limits: { type: 'string' },
          help: { type: 'boolean', short: 'h' },
        },
      }).values,
  );
}

function usage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new StartUsageError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(flag: string, text: string | undefined, max = 86_400_000): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number <= max) return number;
  throw new StartUsageError(`${flag} takes a whole number from 0 to ${max}, not "${text}".`);
}

function readLatency(text: string): Latency {
  const pairs = text.split(',').map((part) => {
    const [, service, ms] = /^(jira|aws|kvs)=(\d{1,6})$/.exec(part) ?? [];
    if (service === undefined) {
      throw new StartUsageError(
        `--latency takes milliseconds such as jira=150,aws=60,kvs=20, not "${text}".`,
      );
    }
    return [service, Number(ms)] as const;
  });
  return Object.fromEntries(pairs);
}
