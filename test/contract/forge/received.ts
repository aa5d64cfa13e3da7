import type { Host } from '../../../sandbox/forge/host';

export interface Received {
  readonly eventType?: string;
  readonly context: { readonly moduleKey: string };
  readonly issue: { readonly id: string };
  readonly retryContext?: {
    readonly retryCount: number;
    readonly retryReason: string;
    readonly retryData?: unknown;
  };
}

/** What the fixture app's triggers got, in that order: they log it. */
export function received(host: Host): Received[] {
  return host
    .emitted()
    .filter(({ kind, text }) => kind === 'log' && text.startsWith('{'))
    .map(({ text }) => JSON.parse(text) as Received);
}
