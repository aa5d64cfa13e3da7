/** For each code of a domain its params, and the words for them: without one of them it does not compile. */
export type Samples<Table> = {
  readonly [Code in keyof Table]: readonly [params: Table[Code], words: string];
};
