/** `npm run links`: which space links which workload, and ending one of these links, as a Jira admin. */
import type { Reason } from './api';
import { AppError, callResolver } from './app';
import { runCommand } from './command-line';
import { LINKS_USAGE, readLinksArguments, type LinksArguments } from './links-arguments';
import { pagesOf } from './pages-of';
import { count, say } from './words';

interface Link {
  readonly workloadArn: string;
  readonly name: string;
  readonly projectId: string;
  readonly projectKey?: string;
  readonly linkedAt: string;
}

interface Page {
  readonly workloads: readonly Link[];
  readonly unreadable?: readonly { readonly reason: Reason }[];
  readonly cursor?: string;
}

async function main(argv: readonly string[]): Promise<number> {
  const asked = readLinksArguments(argv);
  return asked.unlink === undefined ? list(asked) : unlink(asked.unlink, asked);
}

async function list({ site, as }: LinksArguments): Promise<number> {
  let links = 0;
  const pages = pagesOf((from) => callResolver<Page>(site, as, 'siteWorkload.list', from));
  for await (const { workloads, unreadable = [] } of pages) {
    links += workloads.length;
    for (const link of workloads) process.stdout.write(`${lineOf(link)}\n`);
    for (const { reason } of unreadable) process.stdout.write(`${say(reason)}\n`);
  }
  process.stdout.write(`${count(links, 'linked workload')}.\n`);
  return 0;
}

async function unlink(workloadArn: string, asked: LinksArguments): Promise<number> {
  const { site, as } = asked;
  const { workloads } = await callResolver<Page>(site, as, 'siteWorkload.list', { workloadArn });
  const [link] = workloads;
  if (link === undefined) throw new AppError(`No space links ${workloadArn}.`);
  await callResolver(site, as, 'siteWorkload.unlink', { workloadArn, projectId: link.projectId });
  process.stdout.write(`${link.name} is not linked to ${spaceOf(link)} any more. Its work items stay.\n`);
  return 0;
}

function lineOf(link: Link): string {
  return `${link.name}  ${spaceOf(link)}  since ${link.linkedAt}  ${link.workloadArn}`;
}

function spaceOf({ projectKey, projectId }: Link): string {
  return projectKey ?? `a space that is gone or hidden (ID ${projectId})`;
}

runCommand(LINKS_USAGE, main);
