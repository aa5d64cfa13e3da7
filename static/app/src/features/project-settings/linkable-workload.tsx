import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Lozenge from '@atlaskit/lozenge';
import { Inline } from '@atlaskit/primitives/compiled';
import '../../components/cards.css';
import { tell } from '../../bridge/flags';
import { CallFailure } from '../../bridge/call-failure';
import { call } from '../../bridge/invoke';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAction } from '../../data/use-action';
import { Failure } from '../../components/failure';
import { projectSettingsTexts } from '../../texts/project-settings';
import type { WorkloadView } from '../../../../../src/contract';
import { keepLink } from './keep-link';
import { useConnectionName } from './use-connection-name';
import type { Selection } from './use-selection';

interface Props {
  readonly workload: WorkloadView;
  /** Absent where there is no other to choose. */
  readonly selection: Selection | undefined;
}

/** A workload that can be linked; what goes wrong with that stands below it. */
export function LinkableWorkload({ workload, selection }: Props) {
  const { connectionId, arn, name, region, owner, riskCounts } = workload;
  const projectKey = useProjectKey();
  const own = projectSettingsTexts.linkable;
  const connection = useConnectionName(connectionId);
  const why = selection?.isSelected(workload) ? selection.failures.get(arn) : undefined;
  const link = useAction(async () => {
    await keepLink(projectKey, await call('workload.link', { projectKey, workloadArn: arn, connectionId }));
    tell(own.linked({ name }), own.linkedHint);
  });
  return (
    <li className="card">
      <div className="card-head">
        {selection ? (
          <Checkbox
            aria-label={own.select({ name })}
            isChecked={selection.isSelected(workload)}
            isDisabled={selection.link.isRunning}
            onChange={() => selection.toggle(workload)}
          />
        ) : null}
        <strong className="card-name">{name}</strong>
        <Risks counts={riskCounts} />
      </div>
      <p className="hint">{[region, own.account({ id: owner }), connection].join(' · ')}</p>
      {why ? <Failure failure={new CallFailure('conflict', why)} title={own.failed} /> : null}
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
