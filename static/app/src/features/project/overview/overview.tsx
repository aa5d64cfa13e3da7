import Heading from '@atlaskit/heading';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswer } from '../../../data/use-answer';
import { FirstUse } from '../../../components/first-use';
import { Loaded } from '../../../components/loaded';
import { Unreadable } from '../../../components/unreadable';
import { projectTexts } from '../../../texts/project';
import type { PartProps } from '../../../components/parts';
import { openerOf } from '../addresses';
import { WorkloadCard } from './workload-card';

/** A card for each workload that the project links, or the first step towards one. */
export function Overview({ path }: PartProps) {
  const onOpen = openerOf(path);
  const { firstUse, loadingWorkloads, workloads: heading } = projectTexts;
  const projectKey = useProjectKey();
  const linked = useAnswer('workload.linked', { projectKey });
  return (
    <section className="stack" aria-label={heading}>
      <Loaded of={linked} label={loadingWorkloads}>
        {({ workloads, administers, unreadable }) => (
          <>
            <Heading as="h2" size="medium">
              {heading}
            </Heading>
            <Unreadable records={unreadable} />
            {workloads.length === 0 && unreadable === undefined ? (
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
        )}
      </Loaded>
    </section>
  );
}
