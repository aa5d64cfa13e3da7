import { type ReactNode, Suspense } from 'react';
import { type Path, usePath } from '../bridge/use-path';
import type { Asked } from '../data/answers';
import { texts } from '../texts';
import { Failure } from './failure';
import { Page } from './page';
import { PageNav } from './page-nav';
import { Waiting } from './waiting';

interface Props<P extends string> {
  readonly title: string;
  /** What screen readers call the parts. */
  readonly label: string;
  /** The first is shown where the address names none. */
  readonly parts: readonly [P, ...P[]];
  readonly labels: Readonly<Record<P, string>>;
  /** An answer that is refused to everybody whom the page is not for. */
  readonly asked: Asked<unknown>;
  readonly children: (part: P, path: Path) => ReactNode;
}

/** A page in parts, of which Jira's address says which one is open; whom it is not for reads that and no more. */
export function PartsPage<P extends string>(props: Props<P>) {
  const { title, label, parts, labels, asked, children } = props;
  const path = usePath();
  if (path === undefined || asked.state === 'loading') return <Waiting label={texts.shared.loading} />;
  if (asked.state === 'failed' && asked.failure.code === 'unauthorised') {
    return (
      <Page title={title}>
        <Failure failure={asked.failure} />
      </Page>
    );
  }
  const current = parts.find((part) => part === path.parts[0]) ?? parts[0];
  const items = parts.map((key) => ({ key, label: labels[key] }));
  return (
    <Page title={title}>
      <PageNav label={label} items={items} current={current} onGo={(key) => path.go(key)} />
      <Suspense fallback={<Waiting label={texts.shared.loading} />}>{children(current, path)}</Suspense>
    </Page>
  );
}
