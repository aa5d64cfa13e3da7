import { usePeople } from '../../data/people';
import { Time } from '../../components/time';
import { projectSettingsTexts } from '../../texts/project-settings';
import type { LinkedWorkloadView } from '../../../../../src/contract';

/** Where a link leads, whose it is, and what it did last. */
export function LinkFacts({ link }: { readonly link: LinkedWorkloadView }) {
  const { connectionName, linkedBy, linkedAt, latestRun, activeRun } = link;
  const own = projectSettingsTexts.linked;
  const nameOf = usePeople([linkedBy]);
  return (
    <ul className="facts">
      <li>{connectionName === undefined ? own.throughGone : own.through({ connection: connectionName })}</li>
      <li>
        {own.by({ name: nameOf(linkedBy) })}, <Time at={linkedAt} />
      </li>
      <li>
        {activeRun ? own.running : latestRun ? `${own.lastRun}: ${own.run[latestRun.kind]}, ` : own.noRun}
        {latestRun && !activeRun ? <Time at={latestRun.at} /> : null}
      </li>
    </ul>
  );
}
