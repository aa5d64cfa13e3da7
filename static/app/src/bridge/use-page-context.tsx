import { createContext, type ReactNode, useContext } from 'react';
import type { PageContext } from './context';

const Context = createContext<PageContext | undefined>(undefined);

export function PageContextProvider({
  context,
  children,
}: {
  readonly context: PageContext;
  readonly children: ReactNode;
}) {
  return <Context.Provider value={context}>{children}</Context.Provider>;
}

/** Where the page stands. */
export function usePageContext(): PageContext {
  const context = useContext(Context);
  if (!context) throw new Error('no context');
  return context;
}

/** The project that the page stands in. @throws Error on a page without one */
export function useProjectKey(): string {
  const { projectKey } = usePageContext();
  if (projectKey === undefined) throw new Error('This page belongs to no space');
  return projectKey;
}
