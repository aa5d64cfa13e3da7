/**
 * Answers of resolvers, kept while the page is open. A resolver is asked once however many components show its
 * answer, and again only when something that the page did or saw makes the answer old (`refresh`). Neither time nor
 * the window's focus does that: a look at another tab would cost a call for each answer on the page, and those that
 * read AWS are slow. A failure stays until somebody tries again.
 */
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { call, CallFailure, type CallName, type Payload, type Result } from '../bridge/invoke';

export const answers = new QueryClient({
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

/** How a resolver is asked, and under which name its answer is kept. */
export function answerOf<N extends CallName>(name: N, payload: Payload<N>) {
  return queryOptions<Result<N>, CallFailure>({
    queryKey: [name, payload],
    queryFn: () => call(name, payload),
  });
}

/** Asks again for the answers of these names: now for what is on the page, for the rest when it is shown again. */
export function refresh(...names: readonly CallName[]): void {
  const filter = {
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => names.some((name) => name === queryKey[0]),
  };
  answers.removeQueries({
    ...filter,
    type: 'inactive',
    predicate: (query) => filter.predicate(query) && query.state.status === 'error',
  });
  // What is under way may have been asked before the change.
  void answers.cancelQueries(filter).then(() => answers.invalidateQueries(filter));
}

/** Puts what an action answered where the answer is kept; an older one under way is dropped. */
export async function keep<N extends CallName>(name: N, payload: Payload<N>, data: Result<N>): Promise<void> {
  const { queryKey } = answerOf(name, payload);
  await answers.cancelQueries({ queryKey, exact: true });
  answers.setQueryData<Result<N>>(queryKey, data);
}

/** As `keep`, with what is made from the answer that is known; where none is, nothing happens. */
export async function amend<N extends CallName>(
  name: N,
  payload: Payload<N>,
  change: (before: Result<N>) => Result<N>,
): Promise<void> {
  const before = answers.getQueryData<Result<N>>(answerOf(name, payload).queryKey);
  if (before !== undefined) await keep(name, payload, change(before));
}
