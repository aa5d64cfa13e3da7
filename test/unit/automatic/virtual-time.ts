/** Time that passes only when everything waits: runs concurrent code in the order that its waits prescribe. */
export class VirtualTime {
  private current = 1_700_000_000_000;
  private readonly waiting: { readonly at: number; readonly resume: () => void }[] = [];

  now(): number {
    return this.current;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resume) => this.waiting.push({ at: this.current + ms, resume }));
  }

  /** Until nobody waits any more; throws where that does not happen. */
  async run(maxSteps = 20_000): Promise<void> {
    for (let step = 0; step < maxSteps; step += 1) {
      await new Promise(setImmediate);
      const next = this.waiting.sort((a, b) => a.at - b.at).shift();
      if (next === undefined) return;
      this.current = Math.max(this.current, next.at);
      next.resume();
    }
    throw new Error('It does not come to an end');
  }
}
