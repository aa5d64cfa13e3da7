import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CallFailure } from '../bridge/call-failure';
import type { CallName, Payload, Result } from '../bridge/calls';
import { answerOf } from './answers';

/** What is known of an answer: pending, an error, or its data; `isFetching` beside data: a newer one is under way. */
export type Asked<T> = UseQueryResult<T, CallFailure>;

/** A resolver's answer, asked for when the first component needs it. Components that ask the same share one request. */
export function useAnswer<N extends CallName>(name: N, payload: Payload<N>): Asked<Result<N>> {
  return useQuery(answerOf(name, payload));
}

/** As `useAnswer`, but nothing is asked before `refetch` is called; what another component asked for shows here too. */
export function useAnswerOnDemand<N extends CallName>(name: N, payload: Payload<N>): Asked<Result<N>> {
  return useQuery({ ...answerOf(name, payload), enabled: false });
}

/** As `useAnswer`, for a list of payloads that grows and shrinks; answers in their order. */
export function useAnswers<N extends CallName>(
  name: N,
  payloads: readonly Payload<N>[],
): readonly Asked<Result<N>>[] {
  return useQueries({ queries: payloads.map((payload) => answerOf(name, payload)) });
}
