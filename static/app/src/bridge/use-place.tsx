import { createContext, type ReactNode, useContext } from 'react';
import type { Place } from './context';

const PlaceContext = createContext<Place | undefined>(undefined);

export function PlaceProvider({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>;
}

/** Where the page stands. */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error('no place');
  return place;
}

/** The project that the page stands in. @throws Error on a page without one */
export function useProjectKey(): string {
  const { projectKey } = usePlace();
  if (projectKey === undefined) throw new Error('This page belongs to no project');
  return projectKey;
}
