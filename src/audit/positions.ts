/** Bytes of randomness that keep apart what two runtimes record in the same millisecond. */
const RANDOM_BYTES = 8;
/** Entries of one runtime in one millisecond: more than any will make. */
const SEQUENCE_DIGITS = 5;

/**
 * Answers positions for the times it is called with, each greater than the one before it in the same
 * millisecond and unique over all runtimes: `2031-01-01T00:00:00.000Z.00000.` and 16 random hex digits. Within
 * Forge's alphabet for keys, and in the order of time when compared as text.
 */
export function createPositions(random: (bytes: number) => Uint8Array): (now: number) => string {
  let latest = -Infinity;
  let sequence = 0;
  return (now) => {
    sequence = now === latest ? sequence + 1 : 0;
    latest = now;
    const digits = String(sequence).padStart(SEQUENCE_DIGITS, '0');
    return `${new Date(now).toISOString()}.${digits}.${Buffer.from(random(RANDOM_BYTES)).toString('hex')}`;
  };
}

/** When what stands at a position was recorded: ISO 8601. */
export function timeOf(position: string): string {
  return position.slice(0, position.indexOf('Z') + 1);
}
