/** What an entry tells in which a setting names a person, as a field of Jira may: it gets the reference that entries hold. */
import { accountsWithin, isAccount, renameAccounts } from '../account-ids';
import type { Param, Reason } from '../reason';
import { withParts } from '../reason-parts';
import type { People } from './people';
import { because } from './reasons';

type Refs = ReadonlyMap<string, string>;

/**
 * A value that is an account becomes `value-person`; accounts within a longer text, such as a whole list as JSON, become
 * `person` and their reference.
 */
export async function withoutAccounts(
  told: readonly Reason[],
  people: Pick<People, 'refOf'>,
): Promise<readonly Reason[]> {
  const refs = new Map<string, string>();
  for (const accountId of new Set(told.flatMap(textsIn).flatMap(accountsWithin)))
    refs.set(accountId, await people.refOf(accountId));
  return refs.size === 0 ? told : told.map((each) => named(each, refs));
}

function named({ code, params }: Reason, refs: Refs): Reason {
  const whole = Object.entries(params).map(([name, param]) => [name, person(param, refs)]);
  return withParts({ code, params: Object.fromEntries(whole) as Reason['params'] }, (text) =>
    renameAccounts(text, (accountId) => {
      const ref = refs.get(accountId);
      return ref === undefined ? accountId : `person ${ref}`;
    }),
  );
}

/** Of a value as JSON that is an account and nothing else; of the values of a reason within it too. */
function person(param: Param, refs: Refs): Param {
  if (typeof param === 'object' && 'code' in param) return named(param, refs);
  const [, text = ''] = typeof param === 'string' ? (/^"([^"]*)"$/.exec(param) ?? []) : [];
  const ref = isAccount(text) ? refs.get(text) : undefined;
  return ref === undefined ? param : because('value-person', { ref });
}

/** References that a line names; a person who writes what looks like one learns nothing by it that the reference does not say. */
export function peopleIn(told: Reason): readonly string[] {
  return [
    ...refsOf(told),
    ...textsIn(told).flatMap((text) => [...text.matchAll(NAMED)].map(([, ref = '']) => ref)),
  ];
}

const NAMED = /\bperson ([0-9a-f]{24})(?!\w)/g;

function refsOf({ code, params }: Reason): readonly string[] {
  if (code === 'value-person') return typeof params.ref === 'string' ? [params.ref] : [];
  return Object.values(params).flatMap((param) =>
    typeof param === 'object' && 'code' in param ? refsOf(param) : [],
  );
}

function textsIn(told: Reason): readonly string[] {
  const texts: string[] = [];
  withParts(told, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
