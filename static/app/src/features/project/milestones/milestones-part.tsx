import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswer } from '../../../data/use-answer';
import { Field } from '../../../components/field';
import { FirstUse } from '../../../components/first-use';
import { LandingHeading } from '../../../components/landing-heading';
import { Loaded } from '../../../components/loaded';
import type { PartProps } from '../../../components/parts';
import { projectTexts } from '../../../texts/project';
import type { LinkedWorkloadView } from '../../../../../../src/contract';
import { openerOf } from '../addresses';
import { workloadArnParts } from '../workload-arn';
import { Compared } from './compared';
import { MilestoneList } from './milestone-list';
import './milestones.css';

const { milestones: words, parts, loadingWorkloads } = projectTexts;

/** The states of its review that a workload keeps. The address says which workload, and which two are compared. */
export function MilestonesPart({ path }: PartProps) {
  const linked = useAnswer('workload.linked', { projectKey: useProjectKey() });
  return (
    <section className="stack" aria-label={words.title}>
      <Loaded of={linked} label={loadingWorkloads}>
        {({ workloads }) => {
          const active = workloads.filter(({ state }) => state.code === 'active');
          const open = active.find(({ workloadArn }) => idOf(workloadArn) === path.parts[1]) ?? active[0];
          if (open === undefined)
            return (
              <FirstUse title={words.noWorkload} lead={words.noWorkloadHint}>
                <Button onClick={() => openerOf(path)({ name: 'overview' })}>{parts.overview}</Button>
              </FirstUse>
            );
          return <OfWorkload key={open.workloadArn} open={open} active={active} path={path} />;
        }}
      </Loaded>
    </section>
  );
}

interface OfWorkloadProps extends PartProps {
  readonly open: LinkedWorkloadView;
  readonly active: readonly LinkedWorkloadView[];
}

function OfWorkload({ open, active, path }: OfWorkloadProps) {
  const workloadId = idOf(open.workloadArn);
  const [, before, after] = /^(\d+)-(\d+|now)$/.exec(path.parts[2] ?? '') ?? [];
  const go = (...more: readonly string[]) => path.go('milestones', workloadId, ...more);
  if (before !== undefined)
    return (
      <Compared
        workload={open}
        before={Number(before)}
        {...(after === 'now' ? {} : { after: Number(after) })}
        onBack={() => go()}
      />
    );
  return (
    <>
      <div className="stack-tight">
        <LandingHeading>{words.of({ workload: open.name })}</LandingHeading>
        <p className="subtle">{words.lead}</p>
      </div>
      {active.length > 1 ? (
        <WorkloadSelect open={open} active={active} onChange={(arn) => path.go('milestones', idOf(arn))} />
      ) : null}
      <MilestoneList workload={open} onCompare={(one, other) => go(`${one}-${other}`)} />
    </>
  );
}

interface WorkloadSelectProps extends Pick<OfWorkloadProps, 'open' | 'active'> {
  readonly onChange: (workloadArn: string) => void;
}

function WorkloadSelect({ open, active, onChange }: WorkloadSelectProps) {
  const [options] = useState(() =>
    active.map(({ name, workloadArn }) => ({ label: name, value: workloadArn })),
  );
  return (
    <div className="milestone-workload">
      <Field label={words.workload}>
        {({ id }) => (
          <Select
            inputId={id}
            spacing="compact"
            options={options}
            value={options.find(({ value }) => value === open.workloadArn) ?? null}
            onChange={(option) => {
              if (option) onChange(option.value);
            }}
          />
        )}
      </Field>
    </div>
  );
}

function idOf(workloadArn: string): string {
  return workloadArnParts(workloadArn).id;
}
