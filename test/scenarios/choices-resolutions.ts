/** A board on which cards are closed with a resolution, and settings that tell what it means. */
import { asPerson } from './open-site';
import type { ReviewedSite } from './reviewed-site';

/** Ids of the local site, which are those of Jira's own resolutions. */
export const DONE = '10000';
export const WONT_DO = '10001';
export const DUPLICATE = '10002';

const CLOSE = 'Close as';

/** Every status leads to every other, and `Close as` asks for the resolution. */
export function askForResolutions({ site }: ReviewedSite): void {
  const statuses = [
    { name: 'To Do', category: 'new' },
    { name: 'In Progress', category: 'indeterminate' },
    { name: 'Done', category: 'done' },
  ] as const;
  const plain = statuses.map(({ name }) => ({ name, from: 'any' as const, to: name }));
  const close = { name: CLOSE, from: 'any' as const, to: 'Done', screenFields: ['resolution'] };
  site.jira.admin.setWorkflow('WA', { statuses, transitions: [...plain, close] });
}

/** A person closes the card and says how. */
export async function closeAs(reviewed: ReviewedSite, title: string, resolutionId: string): Promise<void> {
  const { site } = reviewed;
  const { key } = await reviewed.issue(title);
  const { body } = await asPerson(site, 'GET', `issue/${key}/transitions`);
  const { transitions } = body as { transitions: { id: string; name: string }[] };
  const id = transitions.find(({ name }) => name === CLOSE)?.id;
  const fields = { resolution: { id: resolutionId } };
  const { status } = await asPerson(site, 'POST', `issue/${key}/transitions`, { transition: { id }, fields });
  if (status !== 204) throw new Error(`${key} was not closed: ${status}`);
}

/** The id of a status of the project WA. */
export async function statusIdOf({ site }: ReviewedSite, name: string): Promise<string> {
  const { body } = await asPerson(site, 'GET', 'project/WA/statuses');
  const types = body as { statuses: { id: string; name: string }[] }[];
  const found = types.flatMap(({ statuses }) => statuses).find((each) => each.name === name);
  if (!found) throw new Error(`project WA has no status ${name}`);
  return found.id;
}
