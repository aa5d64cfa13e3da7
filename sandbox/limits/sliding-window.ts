/**
 * Counts amounts over the time that has just passed. Where Atlassian does not say how a window is cut, the local site
 * takes this one: no span of its length, wherever it begins, holds more than is allowed. A span is half open: what was
 * counted exactly its length ago is no part of it.
 */
export class SlidingWindow {
  private entries: Entry[] = [];
  /** Entries before this one have expired. */
  private first = 0;
  private sum = 0;
  private highest = 0;

  /** `most`: Infinity for a window that only counts. */
  constructor(
    private readonly lengthMs: number,
    private readonly most: number,
  ) {}

  /** Whether so much more fits now. `now` never runs backwards. */
  fits(now: number, amount: number): boolean {
    return this.used(now) + amount <= this.most;
  }

  /** Counts what was admitted. */
  add(now: number, amount: number): void {
    this.expire(now);
    const last = this.entries.length > this.first ? this.entries.at(-1) : undefined;
    if (last?.at === now) last.amount += amount;
    else this.entries.push({ at: now, amount });
    this.sum += amount;
    this.highest = Math.max(this.highest, this.sum);
  }

  /** What the span that ends now holds. */
  used(now: number): number {
    this.expire(now);
    return this.sum;
  }

  /** Milliseconds until `amount` fits, 0 if it does; Infinity if it is more than the window ever holds. */
  wait(now: number, amount: number): number {
    if (amount > this.most) return Infinity;
    let left = this.used(now);
    let until = now;
    for (const entry of this.entries.slice(this.first)) {
      if (left + amount <= this.most) break;
      left -= entry.amount;
      until = entry.at + this.lengthMs;
    }
    return until - now;
  }

  /** The most that any span has held since the start or `forgetPeak`. */
  get peak(): number {
    return this.highest;
  }

  forgetPeak(): void {
    this.highest = 0;
  }

  private expire(now: number): void {
    for (let entry = this.entries[this.first]; entry !== undefined && entry.at <= now - this.lengthMs;) {
      this.sum -= entry.amount;
      this.first += 1;
      entry = this.entries[this.first];
    }
    if (this.first < SPENT) return;
    this.entries = this.entries.slice(this.first);
    this.first = 0;
  }
}

interface Entry {
  readonly at: number;
  amount: number;
}

/** So many expired entries are kept at most. */
const SPENT = 1000;
