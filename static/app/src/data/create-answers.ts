/**
 * Answers of resolvers, kept while the page is open. A resolver is asked once however many components show its
 * answer, and again only when something that the page did or saw makes the answer old (`refresh`). Neither time nor
 * the window's focus does that: every return from another tab would cost a call for each answer on the page, and
 * those that read AWS are slow. A failure stays until somebody tries again.
 */
import { type Query, QueryClient, queryOptions } from '@tanstack/react-query';
import { CallFailure } from '../bridge/call-failure';
import type { CallName, Payload, Result } from '../bridge/calls';

/** @throws CallFailure */
type Ask = <N extends CallName>(name: N, payload: Payload<N>) => Promise<Result<N>>;

export type Answers = ReturnType<typeof createAnswers>;

export function createAnswers(ask: Ask) {
  const client = createClient();

  /** How a resolver is asked, and under which name its answer is kept. */
  function answerOf<N extends CallName>(name: N, payload: Payload<N>) {
    return queryOptions<Result<N>, CallFailure>({
      queryKey: [name, payload],
      queryFn: () => ask(name, payload),
    });
  }

  /** Asks again for the answers of these names: now for what is on the page, for the rest when it is shown again. */
  function refresh(...names: readonly CallName[]): void {
    const isOld = ({ queryKey }: Query) => names.some((name) => name === queryKey[0]);
    const isFailed = (query: Query) => isOld(query) && query.state.status === 'error';
    client.removeQueries({ type: 'inactive', predicate: isFailed });
    // What is under way may have been asked before the change.
    void client
      .cancelQueries({ predicate: isOld })
      .then(() => client.invalidateQueries({ predicate: isOld }));
  }

  /** Puts what an action answered where the answer is kept; an older one under way is dropped. */
  async function keep<N extends CallName>(name: N, payload: Payload<N>, data: Result<N>): Promise<void> {
    const { queryKey } = answerOf(name, payload);
    await client.cancelQueries({ queryKey, exact: true });
    client.setQueryData<Result<N>>(queryKey, data);
  }

  /** As `keep`, with what is made from the answer that is known; where none is, nothing happens. */
  async function amend<N extends CallName>(
    name: N,
    payload: Payload<N>,
    change: (before: Result<N>) => Result<N>,
  ): Promise<void> {
    const before = client.getQueryData<Result<N>>(answerOf(name, payload).queryKey);
    if (before !== undefined) await keep(name, payload, change(before));
  }

  return { client, answerOf, refresh, keep, amend };
}

function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        retry: false,
        retryOnMount: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The bridge reaches the app also where the browser takes itself for offline, or says that it cannot.
        networkMode: 'always',
        // What no resolver answered is a fault of the page.
        throwOnError: (error) => !(error instanceof CallFailure),
      },
    },
  });
}
