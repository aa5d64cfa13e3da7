import crypto from 'node:crypto';
import { seededRandom } from '../../random';

/**
 * Makes what the app draws by chance follow from a text: `Math.random`, and of `node:crypto` random bytes and UUIDs.
 * Answers what sets the text; until it is set, chance is real. Call it before the bundle is loaded.
 */
export function replaceChance(): (seed: string) => void {
  let draw = Math.random;
  const bytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => draw() * 256));
  const realBytes = crypto.randomBytes;
  const realUuid = crypto.randomUUID;
  Math.random = () => draw();
  let isSeeded = false;
  Reflect.set(crypto, 'randomBytes', (size: number) => (isSeeded ? bytes(size) : realBytes(size)));
  Reflect.set(crypto, 'randomUUID', () => (isSeeded ? uuidOf(bytes(16)) : realUuid()));
  return (seed) => {
    isSeeded = true;
    draw = seededRandom(seed);
  };
}

/** Version 4 of RFC 9562. */
function uuidOf(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
