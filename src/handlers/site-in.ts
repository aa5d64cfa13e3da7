import { z } from 'zod';

const schema = z.object({ installContext: z.string() }).partial();

/** Names the Jira site where nobody calls: events and schedules tell only where the app is installed. */
export function siteIn(context: unknown): string {
  const { installContext = '' } = schema.safeParse(context).data ?? {};
  return /:site\/([\w-]+)$/.exec(installContext)?.[1] ?? 'jira';
}
