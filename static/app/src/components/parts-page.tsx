import { type ComponentType, Suspense } from 'react';
import { usePath } from '../bridge/use-path';
import type { Asked } from '../data/use-answer';
import { texts } from '../texts';
import { Failure } from './failure';
import { Page } from './page';
import { PageNav } from './page-nav';
import { listedParts, openPart, type Part, type PartProps, type Parts } from './parts';
import { Waiting } from './waiting';

export type PagePart = Part<ComponentType<PartProps>>;
export type PageParts = Parts<ComponentType<PartProps>>;

interface Props {
  readonly title: string;
  readonly lead?: string;
  /** What screen readers call the parts. */
  readonly label: string;
  readonly parts: PageParts;
  /** An answer that is refused to everybody whom the page is not for. */
  readonly asked?: Asked<unknown>;
}

/** A page in parts; whom it is not for reads that and no more. */
export function PartsPage({ title, lead, label, parts, asked }: Props) {
  const path = usePath();
  const frame = { title, ...(lead === undefined ? {} : { lead }) };
  if (asked?.isError && asked.error.code === 'unauthorised') {
    return (
      <Page {...frame}>
        <Failure failure={asked.error} />
      </Page>
    );
  }
  const waiting = <Waiting label={texts.shared.loading} />;
  if (path === undefined || asked?.isPending) return <Page {...frame}>{waiting}</Page>;
  const [current, { component: Open }] = openPart(parts, path.parts);
  return (
    <Page {...frame}>
      <PageNav label={label} items={listedParts(parts)} current={current} onGo={(name) => path.go(name)} />
      <Suspense fallback={waiting}>
        <Open path={path} />
      </Suspense>
    </Page>
  );
}
