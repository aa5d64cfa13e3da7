/** How far something of the real services is there on the local site. */
export interface Covered {
  readonly served: readonly string[];
  /** With what each lacks. */
  readonly inPart: Readonly<Record<string, string>>;
  readonly notServed: readonly string[];
}

/**
 * Sorts all names there are by what the local site has of them.
 *
 * @throws Error where something is served that the real service does not have
 */
export function coveredOf(
  all: readonly string[],
  served: readonly string[],
  lacks: Readonly<Record<string, string>> = {},
): Covered {
  const strangers = [...served, ...Object.keys(lacks)].filter((name) => !all.includes(name));
  if (strangers.length > 0) throw new Error(`There is no ${strangers.join(', ')}.`);
  const there = new Set([...served, ...Object.keys(lacks)]);
  return {
    served: [...there].filter((name) => lacks[name] === undefined).sort(),
    inPart: lacks,
    notServed: all.filter((name) => !there.has(name)),
  };
}
