/** Lines in which a setting names a person, as a field of Jira may: they get the reference that entries hold. */
import { isAccount } from '../account-ids';
import type { Reason } from '../reason';
import type { People } from './people';
import { because } from './reasons';

export async function withoutAccounts(
  lines: readonly Reason[],
  people: Pick<People, 'refOf'>,
): Promise<readonly Reason[]> {
  const result: Reason[] = [];
  for (const line of lines) {
    const params = { ...line.params };
    for (const [name, param] of Object.entries(params)) {
      const accountId = typeof param === 'string' ? accountIn(param) : undefined;
      if (accountId !== undefined)
        params[name] = because('value-person', { ref: await people.refOf(accountId) });
    }
    result.push({ ...line, params });
  }
  return result;
}

/** Of a value as JSON. */
function accountIn(value: string): string | undefined {
  const [, text] = /^"([^"]*)"$/.exec(value) ?? [];
  return text !== undefined && isAccount(text) ? text : undefined;
}

/** References that a line names. */
export function peopleIn({ params }: Reason): readonly string[] {
  return Object.values(params).flatMap((param) => {
    if (typeof param !== 'object' || !('code' in param) || param.code !== 'value-person') return [];
    const { ref } = param.params;
    return typeof ref === 'string' ? [ref] : [];
  });
}
