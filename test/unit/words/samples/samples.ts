/** For each code of a table its params, and the words for them. */
export type Samples<Table> = {
  readonly [Code in keyof Table]: readonly [params: Table[Code], words: string];
};
