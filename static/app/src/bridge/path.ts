export interface Path {
  /** Without leading slash; empty at first. */
  readonly parts: readonly string[];
  /** Opens another part. */
  readonly go: (...parts: readonly string[]) => void;
}
