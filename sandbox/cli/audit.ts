/** `npm run audit`: what was done, whether the log of it is complete, and the log as a file. */
import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Reason } from './api';
import { AppError, callResolver } from './app';
import { AUDIT_USAGE, readAuditArguments, type AuditArguments } from './audit-arguments';
import { FAILED, runCommand } from './command-line';
import { pagesOf } from './pages-of';
import { count, say } from './words';

interface Entry {
  readonly at: string;
  readonly actor: { readonly kind: 'person' | 'app'; readonly accountId?: string };
  readonly action: string;
  readonly target: Reason;
  readonly change: Reason;
  readonly lines: readonly Reason[];
}

interface Page {
  readonly cursor?: string;
}

/** Pages of a resolver, of the site or of the project that was asked for. */
function walk<T>(what: 'list' | 'export' | 'check', asked: AuditArguments): AsyncGenerator<T & Page> {
  const name = asked.project === undefined ? `audit.${what}` : `projectAudit.${what}`;
  const of = asked.project === undefined ? {} : { projectKey: asked.project };
  return pagesOf((from) =>
    waiting(() => callResolver<T & Page>(asked.site, asked.as, name, { ...of, ...from })),
  );
}

/** A quota that is spent is no end of a long log. */
async function waiting<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AppError) || error.retryAfterSeconds === undefined) throw error;
      process.stderr.write(`Goes on in ${count(error.retryAfterSeconds, 'second')}: ${error.message}\n`);
      await setTimeout(error.retryAfterSeconds * 1000);
    }
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const asked = readAuditArguments(argv);
  if (asked.export !== undefined) return exportTo(asked.export, asked);
  for await (const { entries } of walk<{ readonly entries: readonly Entry[] }>('list', asked)) {
    process.stdout.write(entries.map(render).join(''));
    break;
  }
  return check(asked);
}

function render({ at, actor, action, target, change, lines }: Entry): string {
  const who = actor.kind === 'app' ? 'the app' : (actor.accountId ?? 'a person whose account was closed');
  const head = `${at}  ${action}  ${say(target)}  by ${who}: ${say(change)}`;
  return [head, ...lines.map((line) => `  ${say(line)}`), ''].join('\n');
}

async function check(asked: AuditArguments): Promise<number> {
  let [entries, chains, flaws] = [0, 0, 0];
  type Check = {
    readonly entries: number;
    readonly chains: number;
    readonly flaws: readonly { readonly chain: string; readonly flaw: Reason }[];
  };
  for await (const page of walk<Check>('check', asked)) {
    entries += page.entries;
    chains += page.chains;
    flaws += page.flaws.length;
    for (const { chain, flaw } of page.flaws) process.stdout.write(`${chain}: ${say(flaw)}\n`);
  }
  const whole = `${entries} entries in ${count(chains, 'chain')}`;
  process.stdout.write(
    flaws === 0 ? `Chain complete: ${whole}.\n` : `Not complete: ${count(flaws, 'flaw')} in ${whole}.\n`,
  );
  return flaws === 0 ? 0 : FAILED;
}

async function exportTo(file: string, asked: AuditArguments): Promise<number> {
  type Export = {
    readonly entries: readonly object[];
    readonly people: Readonly<Record<string, string>>;
  };
  const lines: string[] = [];
  const people = new Map<string, string>();
  for await (const page of walk<Export>('export', asked)) {
    lines.push(...page.entries.map((entry) => JSON.stringify(entry)));
    for (const [ref, accountId] of Object.entries(page.people)) people.set(ref, accountId);
  }
  const text = `${[...lines, JSON.stringify({ people: Object.fromEntries(people) })].join('\n')}\n`;
  if (file === '-') process.stdout.write(text);
  else {
    writeFileSync(file, text);
    process.stdout.write(`${count(lines.length, 'line')} written to ${file}.\n`);
  }
  return 0;
}

runCommand(AUDIT_USAGE, main);
