import { lazy, Suspense } from 'react';
import Spinner from '@atlaskit/spinner';
import { usePath, type Path } from '../bridge/use-path';
import { useAnswer } from '../data/use-answer';
import { Failure } from '../pieces/failure';
import { Page } from '../pieces/page';
import { PageNav } from '../pieces/page-nav';
import { Waiting } from '../pieces/waiting';
import { texts } from '../texts';
import { AccessKeys } from './access-keys';
import { ConnectionsPart } from './connections-part';
import { SiteAudit } from './site-audit';

const SiteSettingsPart = lazy(async () => ({
  default: (await import('./site-settings-part')).SiteSettingsPart,
}));

const PARTS = ['connections', 'keys', 'settings', 'audit'] as const;

/** For Jira admins: connections of the site, access keys, settings for every workload, and what was done. */
export function AdminPage() {
  const path = usePath();
  const asked = useAnswer('connection.list', {});
  if (path === undefined) return <Waiting label={texts.shared.loading} />;
  if (asked.state === 'failed' && asked.failure.code === 'unauthorised') {
    return (
      <Page title={texts.admin.title}>
        <Failure failure={asked.failure} />
      </Page>
    );
  }
  return asked.state === 'loading' ? <Waiting label={texts.shared.loading} /> : <Parts path={path} />;
}

function Parts({ path }: { readonly path: Path }) {
  const { title, nav, tabs } = texts.admin;
  const part = PARTS.find((known) => known === path.parts[0]) ?? 'connections';
  return (
    <Page title={title}>
      <PageNav
        label={nav}
        places={PARTS.map((key) => ({ key, label: tabs[key] }))}
        current={part}
        onGo={(key) => path.go(key)}
      />
      <Suspense fallback={<Spinner label={texts.shared.loading} />}>
        <Part part={part} path={path} />
      </Suspense>
    </Page>
  );
}

function Part({ part, path }: { readonly part: (typeof PARTS)[number]; readonly path: Path }) {
  switch (part) {
    case 'connections':
      return <ConnectionsPart path={path} />;
    case 'keys':
      return <AccessKeys />;
    case 'settings':
      return <SiteSettingsPart />;
    case 'audit':
      return <SiteAudit />;
  }
}
