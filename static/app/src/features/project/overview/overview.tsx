import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useProjectKey } from '../../../bridge/use-page-context';
import { overviewQuery } from '../../../data/overview-query';
import { Failure } from '../../../components/failure';
import { FirstUse } from '../../../components/first-use';
import { Unreadable } from '../../../components/unreadable';
import { Waiting } from '../../../components/waiting';
import { texts } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import type { PartProps } from '../../../components/parts';
import { openerOf, type OpenPart } from '../addresses';
import { cardsOf, type OverviewPages } from './cards-of';
import { MoreCards } from './more-cards';
import { WorkloadCard } from './workload-card';

const { loadingWorkloads, workloads: heading } = projectTexts;

/** A card for each workload that the project links, a page of them at a time, or the first step towards one. */
export function Overview({ path }: PartProps) {
  const onOpen = openerOf(path);
  const query = useInfiniteQuery(overviewQuery(useProjectKey()));
  const { data, error } = query;
  return (
    <section className="stack" aria-label={heading}>
      {data ? <Cards pages={data.pages} onOpen={onOpen} /> : null}
      {data ? <MoreCards query={query} /> : null}
      {data?.pages[0]?.administers === true ? (
        <div>
          <Button appearance="subtle" onClick={() => onOpen({ name: 'audit' })}>
            {texts.components.audit.heading}
          </Button>
        </div>
      ) : null}
      {query.isPending ? <Waiting label={loadingWorkloads} /> : null}
      {error && !data ? <Failure failure={error} onRetry={() => void query.refetch()} /> : null}
    </section>
  );
}

interface CardsProps {
  readonly pages: OverviewPages;
  readonly onOpen: OpenPart;
}

function Cards({ pages, onOpen }: CardsProps) {
  const { firstUse } = projectTexts;
  const { workloads, administers, unreadable } = cardsOf(pages);
  const isEmpty = workloads.length === 0 && unreadable === undefined;
  return (
    <>
      <Heading as="h2" size="medium">
        {heading}
      </Heading>
      <Unreadable records={unreadable} />
      {isEmpty ? (
        <FirstUse title={firstUse.title} lead={administers ? firstUse.admin : firstUse.viewer}>
          {null}
        </FirstUse>
      ) : null}
      {workloads.map((workload) => (
        <WorkloadCard
          key={workload.workloadArn}
          workload={workload}
          administers={administers}
          onOpen={onOpen}
        />
      ))}
    </>
  );
}
