/**
 * ICU messages as types: what a message is to be given is read from its text. `{name}` takes a text, `{n, number}` and
 * `{n, plural, …}` a number. Braces take turns: those in text open an argument, those in an argument open a text.
 */

/** The first brace of a message and what follows it. */
type FirstBrace<M extends string> = M extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Closing<M>
    : readonly ['{', After]
  : Closing<M>;

type Closing<M extends string> = M extends `${string}}${infer After}` ? readonly ['}', After] : undefined;

type KindOf<Kind extends string> = Kind extends ` number${string}` | ` plural${string}` ? number : string;

/** The argument that a text begins with. */
type FirstArgument<M extends string> = M extends `${infer Head}}${string}`
  ? Head extends `${infer Name},${infer Kind}`
    ? Readonly<Record<Name, KindOf<Kind>>>
    : Readonly<Record<Head, string>>
  : never;

type ArgumentsOf<M extends string, IsText extends boolean = true, Found = unknown> =
  FirstBrace<M> extends readonly [infer Brace, infer Rest extends string]
    ? [IsText, Brace] extends [true, '{']
      ? ArgumentsOf<Rest, false, Found & FirstArgument<Rest>>
      : ArgumentsOf<Rest, IsText extends true ? false : true, Found>
    : Found;

/** A message without arguments is its text, one with arguments makes it from them. */
export type Text<M extends string> =
  unknown extends ArgumentsOf<M>
    ? string
    : (values: { readonly [N in keyof ArgumentsOf<M>]: ArgumentsOf<M>[N] }) => string;

/** The texts of a catalogue, by the names that it gives them. */
export type Texts<C> = {
  readonly [K in keyof C]: C[K] extends string ? Text<C[K]> : Texts<C[K]>;
};

export type Values = Readonly<Record<string, string | number>>;

/** Makes a text in the reader's language. */
export type Say = (message: string, values?: Values) => string;

/** The texts of a catalogue; each is made when it is read, since the reader's language is known only by then. */
export function bind<C extends object>(catalogue: C, say: Say): Texts<C> {
  const bound = Array.isArray(catalogue) ? [] : {};
  for (const [name, entry] of Object.entries(catalogue) as [string, string | object][]) {
    Object.defineProperty(bound, name, { enumerable: true, get: readerOf(entry, say) });
  }
  return bound as Texts<C>;
}

function readerOf(entry: string | object, say: Say): () => unknown {
  if (typeof entry !== 'string') {
    const group = bind(entry, say);
    return () => group;
  }
  if (!entry.includes('{')) return () => say(entry);
  const make = (values: Values) => say(entry, values);
  return () => make;
}
