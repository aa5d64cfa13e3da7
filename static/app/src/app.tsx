import { type ComponentType, lazy, Suspense } from 'react';
import { AppProvider } from '@atlaskit/app-provider/app-provider';
import type { ModuleType, Place } from './bridge/context';
import { PlaceProvider } from './bridge/use-place';
import { Crash } from './pieces/crash';
import { Waiting } from './pieces/waiting';
import { texts } from './texts';

/** Each page is a chunk of its own: a reader of the panel loads no settings. */
const PAGES: Readonly<Record<ModuleType, ComponentType>> = {
  'jira:adminPage': lazy(async () => ({ default: (await import('./admin/admin-page')).AdminPage })),
  'jira:projectSettingsPage': lazy(async () => ({
    default: (await import('./project-settings/project-settings-page')).ProjectSettingsPage,
  })),
  'jira:projectPage': lazy(async () => ({ default: (await import('./project/project-page')).ProjectPage })),
  'jira:issueContext': lazy(async () => ({ default: (await import('./issue/issue-panel')).IssuePanel })),
};

/** The page of the module that the platform opened. */
export function App({ place }: { readonly place: Place }) {
  const Page = PAGES[place.module];
  return (
    <AppProvider UNSAFE_isThemingDisabled>
      <PlaceProvider place={place}>
        <Crash>
          <Suspense fallback={<Waiting label={texts.shared.loading} />}>
            <Page />
          </Suspense>
        </Crash>
      </PlaceProvider>
    </AppProvider>
  );
}
