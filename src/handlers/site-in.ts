import { z } from 'zod';

const schema = z.object({ installContext: z.string() });

/**
 * Names the Jira site where nobody calls: events and schedules tell only where the app is installed. The same as
 * `cloudId` of a person's call, since both name the app's block in notes. Throws where the platform does not say.
 */
export function siteIn(context: unknown): string {
  const { installContext } = schema.parse(context);
  const site = siteOf(installContext);
  if (site === undefined) throw new Error('The install context names no site');
  return site;
}

/** The same, undefined where the platform does not say. */
export function siteIfTold(context: unknown): string | undefined {
  const told = schema.safeParse(context);
  return told.success ? siteOf(told.data.installContext) : undefined;
}

function siteOf(installContext: string): string | undefined {
  return /:site\/([\w-]+)$/.exec(installContext)?.[1];
}
