import { useId } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { WorkloadCard as Card } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';
import type { OpenPart } from '../addresses';
import { workloadArnParts } from '../workload-arn';
import { CardNews } from './card-news';
import { CardRisks } from './card-risks';
import { SyncFacts } from './sync-facts';
import './workload-card.css';

interface Props {
  readonly workload: Card;
  readonly administers: boolean;
  readonly onOpen: OpenPart;
}

const { card } = projectTexts;

/** One linked workload: where it lives, what needs a person, how the last sync went, and its risks. */
export function WorkloadCard({ workload, administers, onOpen }: Props) {
  const { name, state, workloadArn, activeRun } = workload;
  const { account, region, id } = workloadArnParts(workloadArn);
  const headingId = useId();
  const isActive = state.code === 'active';
  return (
    <section className="panel workload-card" aria-labelledby={headingId}>
      <div className="row row-apart workload-head">
        <div className="stack-tight workload-name">
          <Heading as="h3" size="small" id={headingId}>
            {name}
          </Heading>
          <p className="subtle small">{card.region({ account, region })}</p>
        </div>
        {isActive && administers && !activeRun ? (
          <Button
            appearance="primary"
            aria-label={card.syncOf({ name })}
            onClick={() => onOpen({ name: 'sync', workloadId: id })}
          >
            {card.sync}
          </Button>
        ) : null}
      </div>
      <CardNews workload={workload} administers={administers} onOpen={onOpen} />
      <SyncFacts workload={workload} onOpen={onOpen} />
      {isActive ? <CardRisks workloadArn={workloadArn} name={name} stored={workload.risks} /> : null}
    </section>
  );
}
