/** Texts that are none: what nobody can store, show, or send on as UTF-8. Pure. */

type Place = { readonly name: string; readonly in: Place | undefined };

const HALF_OF_A_PAIR = /\p{Surrogate}/u;

const isText = (text: string) => !HALF_OF_A_PAIR.test(text) && !text.includes('\0');

/**
 * Where a value holds such a text, as the names that lead there; undefined: nowhere. Names of members count too, and
 * end the path before them. Depth is whoever's who sent it: it takes no stack.
 */
export function findIllFormed(value: unknown): readonly string[] | undefined {
  const left: { readonly value: unknown; readonly at: Place | undefined }[] = [{ value, at: undefined }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value: here, at } = next;
    if (typeof here === 'string' && !isText(here)) return pathOf(at);
    if (typeof here !== 'object' || here === null) continue;
    for (const [name, member] of Object.entries(here)) {
      if (!isText(name)) return pathOf(at);
      left.push({ value: member, at: { name, in: at } });
    }
  }
  return undefined;
}

function pathOf(place: Place | undefined): readonly string[] {
  const names: string[] = [];
  for (let at = place; at !== undefined; at = at.in) names.unshift(at.name);
  return names;
}
