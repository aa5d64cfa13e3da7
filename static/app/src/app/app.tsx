import { type ComponentType, lazy, Suspense } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { AppProvider } from '@atlaskit/app-provider/app-provider';
import type { ModuleType, PageContext } from '../bridge/context';
import { PageContextProvider } from '../bridge/use-page-context';
import { Crash } from '../components/crash';
import { Waiting } from '../components/waiting';
import { client } from '../data/answers';
import { texts } from '../texts';

/** Each page is a chunk of its own: a reader of the panel loads no settings. */
const PAGES: Readonly<Record<ModuleType, ComponentType>> = {
  'jira:adminPage': lazy(async () => ({ default: (await import('../features/admin/admin-page')).AdminPage })),
  'jira:projectSettingsPage': lazy(async () => ({
    default: (await import('../features/project-settings/project-settings-page')).ProjectSettingsPage,
  })),
  'jira:projectPage': lazy(async () => ({
    default: (await import('../features/project/project-page')).ProjectPage,
  })),
  'jira:issueContext': lazy(async () => ({
    default: (await import('../features/issue/issue-panel')).IssuePanel,
  })),
};

/** The page of the module that the platform opened. */
export function App({ context }: { readonly context: PageContext }) {
  const Page = PAGES[context.module];
  return (
    <AppProvider UNSAFE_isThemingDisabled>
      <PageContextProvider context={context}>
        <QueryClientProvider client={client}>
          <Crash>
            <Suspense fallback={<Waiting label={texts.shared.loading} />}>
              <Page />
            </Suspense>
          </Crash>
        </QueryClientProvider>
      </PageContextProvider>
    </AppProvider>
  );
}
