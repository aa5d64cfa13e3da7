/** Linking the workload of a command line to its project, never unsaid. */
import type { LinkedWorkload, Workload } from './api';
import { AppError, type App } from './app';

interface Asked {
  readonly project: string;
  /** What the command does reads alone, or undoes: for that no link is made unless the person asks for one. */
  readonly needsLink: boolean;
  /** The person asks for the link. */
  readonly link: boolean;
}

/**
 * Links the workload where it is not linked yet, and answers the words for that. Throws AppError where a link is needed
 * and nobody asked to make one.
 */
export async function linkFirst(app: App, workload: Workload, asked: Asked): Promise<string | undefined> {
  const { project, needsLink, link } = asked;
  const known = await linkOf(app, workload, project);
  if (known?.state.code === 'active') return undefined;
  if (!link && needsLink) {
    if (known !== undefined && known.state.code !== 'unlinked') return undefined;
    throw new AppError(`${workload.name} is not linked to ${project}. To link it, add --link.`);
  }
  await app.link(workload, project);
  return `${workload.name} is linked to ${project} from now on; --unlink ends that.`;
}

/** Ends the link and answers the words for that. Throws AppError where there is none. */
export async function endLink(app: App, workload: Workload, project: string): Promise<string> {
  const known = await linkOf(app, workload, project);
  if (known === undefined || known.state.code === 'unlinked')
    throw new AppError(`${workload.name} is not linked to ${project}.`);
  await app.unlink(workload, project);
  return `${workload.name} is not linked to ${project} any more. Its work items stay.`;
}

/** Whether the project has a link of the workload, also one that is not active. */
export async function isLinked(app: App, workload: Workload, project: string): Promise<boolean> {
  const known = await linkOf(app, workload, project);
  return known !== undefined && known.state.code !== 'unlinked';
}

async function linkOf(app: App, { arn }: Workload, project: string): Promise<LinkedWorkload | undefined> {
  return (await app.linked(project)).find(({ workloadArn }) => workloadArn === arn);
}
