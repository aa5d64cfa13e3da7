import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Inline } from '@atlaskit/primitives/compiled';
import '../../components/cards.css';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAction } from '../../data/use-action';
import { Failure } from '../../components/failure';
import { projectSettingsTexts } from '../../texts/project-settings';
import type { WorkloadView } from '../../../../../src/contract';
import { keepLink } from './keep-link';
import { useConnectionName } from './use-connection-name';

/** A workload that can be linked; what goes wrong with that stands below it. */
export function LinkableWorkload({ workload }: { readonly workload: WorkloadView }) {
  const { connectionId, arn, name, region, owner, riskCounts } = workload;
  const projectKey = useProjectKey();
  const own = projectSettingsTexts.linkable;
  const connection = useConnectionName(connectionId);
  const link = useAction(async () => {
    await keepLink(projectKey, await call('workload.link', { projectKey, workloadArn: arn, connectionId }));
    tell(own.linked({ name }), own.linkedHint);
  });
  return (
    <li className="card">
      <div className="card-head">
        <strong className="card-name">{name}</strong>
        <Risks counts={riskCounts} />
      </div>
      <p className="hint">{[region, own.account({ id: owner }), connection].join(' · ')}</p>
      {link.failure ? <Failure failure={link.failure} title={own.failed} /> : null}
      <Inline>
        <Button aria-label={own.linkOf({ name })} isLoading={link.isRunning} onClick={() => void link.run()}>
          {own.link}
        </Button>
      </Inline>
    </li>
  );
}

function Risks({ counts: { HIGH = 0, MEDIUM = 0 } }: { readonly counts: WorkloadView['riskCounts'] }) {
  const { high, medium } = projectSettingsTexts.linkable;
  return (
    <>
      {HIGH > 0 ? <Lozenge appearance="removed">{high({ count: HIGH })}</Lozenge> : null}
      {MEDIUM > 0 ? <Lozenge appearance="moved">{medium({ count: MEDIUM })}</Lozenge> : null}
    </>
  );
}
