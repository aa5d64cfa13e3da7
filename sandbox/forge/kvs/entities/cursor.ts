/** Cursors of queries: opaque to the app, good for the same query only. */
import { z } from 'zod';
import type { KvsError } from '../kvs-error';

export const CURSOR_OF_ANOTHER: KvsError = {
  code: 'INVALID_CURSOR',
  message: 'The cursor is not of this query.',
};

/** A row's position in an index. */
export interface IndexPosition {
  readonly range: unknown;
  readonly key: string;
}

const token = z.object({ scope: z.string(), range: z.unknown(), key: z.string() });

export function encodeCursor(scope: string, { range, key }: IndexPosition): string {
  return Buffer.from(JSON.stringify({ scope, range, key })).toString('base64url');
}

export function decodeCursor(cursor: string, scope: string): IndexPosition | 'invalid' {
  try {
    const position = token.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return position.scope === scope ? { range: position.range, key: position.key } : 'invalid';
  } catch {
    return 'invalid';
  }
}
