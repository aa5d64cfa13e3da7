/** Lines in which a setting names a person, as a field of Jira may: they get the reference that entries hold. */
import type { Reason } from '../reason';
import type { People } from './people';
import { because } from './reasons';

/** Account ids of Atlassian, as JSON: `"5b10ac8d82e05b22cc7d4ef5"`, `"712020:f58131cb-b67d-43c7-b30d-6b58d40bd077"`. */
const ACCOUNT = /^"((?:[0-9a-f]{24}|[0-9a-z]{2,10}:[0-9a-f-]{36}))"$/;

export async function withoutAccounts(
  lines: readonly Reason[],
  people: Pick<People, 'refOf'>,
): Promise<readonly Reason[]> {
  const result: Reason[] = [];
  for (const line of lines) {
    const params = { ...line.params };
    for (const [name, param] of Object.entries(params)) {
      const accountId = typeof param === 'string' ? ACCOUNT.exec(param)?.[1] : undefined;
      if (accountId !== undefined)
        params[name] = because('value-person', { ref: await people.refOf(accountId) });
    }
    result.push({ ...line, params });
  }
  return result;
}

/** References that a line names. */
export function peopleIn({ params }: Reason): readonly string[] {
  return Object.values(params).flatMap((param) => {
    if (typeof param !== 'object' || !('code' in param) || param.code !== 'value-person') return [];
    const { ref } = param.params;
    return typeof ref === 'string' ? [ref] : [];
  });
}
