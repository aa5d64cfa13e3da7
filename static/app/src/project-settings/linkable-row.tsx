import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Inline } from '@atlaskit/primitives/compiled';
import { tell } from '../bridge/flags';
import { call } from '../bridge/invoke';
import { useProjectKey } from '../bridge/use-place';
import { useAction } from '../data/use-action';
import { Failure } from '../pieces/failure';
import { texts } from '../texts';
import type { WorkloadView } from '../../../../src/contract';
import { keepLink } from './keep-link';
import { useConnectionName } from './use-connection-name';

/** A workload that can be linked; what goes wrong with that stands below it. */
export function LinkableRow({ workload }: { readonly workload: WorkloadView }) {
  const { connectionId, arn, name, region, owner, riskCounts } = workload;
  const projectKey = useProjectKey();
  const own = texts.projectSettings.linkable;
  const connection = useConnectionName(connectionId);
  const link = useAction(async () => {
    keepLink(projectKey, await call('workload.link', { projectKey, workloadArn: arn, connectionId }));
    tell(own.linked(name), own.linkedHint);
  });
  return (
    <>
      <tr>
        <th scope="row" className="row-name">
          {name}
        </th>
        <td className="nowrap">{region}</td>
        <td className="nowrap">{owner}</td>
        <td>
          <Risks counts={riskCounts} />
        </td>
        <td>{connection}</td>
        <td>
          <Button
            spacing="compact"
            aria-label={own.linkOf(name)}
            isLoading={link.isRunning}
            onClick={() => void link.run()}
          >
            {own.link}
          </Button>
        </td>
      </tr>
      {link.failure ? (
        <tr>
          <td colSpan={own.columns.length}>
            <Failure failure={link.failure} title={own.failed} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Risks({ counts: { HIGH = 0, MEDIUM = 0 } }: { readonly counts: WorkloadView['riskCounts'] }) {
  const { high, medium, noRisks } = texts.projectSettings.linkable;
  if (HIGH + MEDIUM === 0) return <>{noRisks}</>;
  return (
    <Inline space="space.050" rowSpace="space.050" shouldWrap>
      {HIGH > 0 ? <Lozenge appearance="removed">{high(HIGH)}</Lozenge> : null}
      {MEDIUM > 0 ? <Lozenge appearance="moved">{medium(MEDIUM)}</Lozenge> : null}
    </Inline>
  );
}
