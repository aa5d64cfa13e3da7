/** AWS as a person at the console: signed calls of the account's administrator, by which EventBridge hears of them. */
import type { WellArchitected } from '@aws-sdk/client-wellarchitected';
import { ADMIN_USER } from '../../aws';
import { Problem } from '../problem';
import type { ShellSite } from '../visit';

/** The SDK is loaded with the first page that needs it. */
export async function consoleClient({ url }: ShellSite, region: string): Promise<WellArchitected> {
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) throw new Problem('AWS', 404, ['There is no such Region.']);
  const sdk = await import('@aws-sdk/client-wellarchitected');
  const { accessKeyId, secretAccessKey } = ADMIN_USER;
  return new sdk.WellArchitected({
    region,
    endpoint: `${url}/aws`,
    credentials: { accessKeyId, secretAccessKey },
  });
}

/** @throws Problem for what AWS refuses */
export async function ask<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!isServiceException(error)) throw error;
    const { name, message, $metadata } = error;
    throw new Problem('AWS', $metadata.httpStatusCode ?? 500, [`${name}: ${message}`]);
  }
}

interface ServiceException extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };
}

function isServiceException(error: unknown): error is ServiceException {
  return error instanceof Error && '$fault' in error && '$metadata' in error;
}

/** All pages of a list. */
export async function everyPage<P extends { NextToken?: string | undefined }, T>(
  page: (NextToken: string | undefined) => Promise<P>,
  items: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const answer = await ask(page(token));
    all.push(...(items(answer) ?? []));
    token = answer.NextToken;
  } while (token !== undefined);
  return all;
}
