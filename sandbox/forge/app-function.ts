/** A function module of the manifest: what an invocation runs. */
export interface AppFunction {
  readonly key: string;
  readonly module: string;
  readonly exportName: string;
  /** Its own in the manifest, else that of all functions, else Forge's default. */
  readonly memoryMb: number;
  /** Declared in the manifest; otherwise the platform's default for the kind of invocation holds. */
  readonly timeoutSeconds?: number;
}
