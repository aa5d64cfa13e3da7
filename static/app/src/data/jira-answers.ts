/** What pages know from Jira itself: read once however many components show it. */
import { useEffect, useSyncExternalStore } from 'react';
import { readJira } from '../bridge/jira';

export type JiraAnswer =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  /** As Jira sent it; the component that asked narrows it. */
  | { readonly state: 'ready'; readonly data: unknown };

const LOADING: JiraAnswer = { state: 'loading' };
const answers = new Map<string, JiraAnswer>();
const listeners = new Set<() => void>();

/** @param path undefined: nothing is asked, and nothing will come */
export function useJiraAnswer(path: `/rest/api/3/${string}` | undefined): JiraAnswer {
  useEffect(() => {
    if (path !== undefined) void ask(path);
  }, [path]);
  return useSyncExternalStore(subscribe, () =>
    path === undefined ? LOADING : (answers.get(path) ?? LOADING),
  );
}

async function ask(path: `/rest/api/3/${string}`): Promise<void> {
  const known = answers.get(path);
  if (known && known.state !== 'failed') return;
  answers.set(path, LOADING);
  try {
    answers.set(path, { state: 'ready', data: await readJira(path) });
  } catch {
    // What Jira refuses is optional everywhere: names, and choices that people may also leave.
    answers.set(path, { state: 'failed' });
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
