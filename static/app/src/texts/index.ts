/** Words of all pages; each page has its own beside them, and the words themselves are in the repository's `words/`. */
import { components } from '../../../../words/en/pages/components';
import { shared } from '../../../../words/en/pages/shared';
import { say } from './language';
import { bind } from './message';

export { format } from './language';

export const texts = bind({ components, shared }, say);

/** The text of that name, where the group has one: for codes that the back end may have more of. */
export function textOf(group: object, name: string): string | undefined {
  return Object.hasOwn(group, name) ? (group as Readonly<Record<string, string>>)[name] : undefined;
}
