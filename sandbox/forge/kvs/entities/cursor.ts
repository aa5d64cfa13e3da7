/** Cursors of entity queries: opaque to the app, good for the same query only. */
import { z } from 'zod';

/** A row's place in an index. */
export interface Place {
  readonly range: unknown;
  readonly key: string;
}

const token = z.object({ scope: z.string(), range: z.unknown(), key: z.string() });

export function encodeCursor(scope: string, { range, key }: Place): string {
  return Buffer.from(JSON.stringify({ scope, range, key })).toString('base64url');
}

export function decodeCursor(cursor: string, scope: string): Place | 'invalid' {
  try {
    const place = token.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return place.scope === scope ? { range: place.range, key: place.key } : 'invalid';
  } catch {
    return 'invalid';
  }
}
