import { lazy, Suspense } from 'react';
import Heading from '@atlaskit/heading';
import { usePath } from '../../bridge/use-path';
import { PageNav } from '../../components/page-nav';
import { Waiting } from '../../components/waiting';
import { texts } from '../../texts';
import { Overview } from './overview/overview';
import { type Part, partOf, pathOf } from './parts';
import './project-page.css';

const SyncPart = lazy(async () => ({ default: (await import('./sync/sync-part')).SyncPart }));
const TriagePart = lazy(async () => ({ default: (await import('./triage/triage-part')).TriagePart }));

const { title, lead, parts } = texts.project;

const PLACES: readonly { readonly key: Part['name']; readonly label: string }[] = [
  { key: 'overview', label: parts.overview },
  { key: 'triage', label: parts.triage },
];

/** The project's workloads, their syncs, and what is open; Jira's address says which part is shown. */
export function ProjectPage() {
  const path = usePath();
  const part = path && partOf(path.parts);
  return (
    <main className="page project-page">
      <header className="project-header">
        <Heading size="large" as="h1">
          {title}
        </Heading>
        <p className="subtle">{lead}</p>
      </header>
      {part ? (
        <>
          <PageNav
            label={parts.label}
            items={PLACES}
            current={part.name}
            onGo={(name) => path.go(...pathOf(name === 'triage' ? { name } : { name: 'overview' }))}
          />
          <Suspense fallback={<Waiting label={texts.shared.loading} />}>
            <PartOf part={part} onOpen={(next) => path.go(...pathOf(next))} />
          </Suspense>
        </>
      ) : (
        <Waiting label={texts.shared.loading} />
      )}
    </main>
  );
}

function PartOf({ part, onOpen }: { readonly part: Part; readonly onOpen: (part: Part) => void }) {
  switch (part.name) {
    case 'overview':
      return <Overview onOpen={onOpen} />;
    case 'sync':
      return <SyncPart workloadId={part.workloadId} runId={part.runId} onOpen={onOpen} />;
    case 'triage':
      return <TriagePart onOpen={onOpen} />;
  }
}
