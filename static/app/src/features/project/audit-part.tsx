import { useProjectKey } from '../../bridge/use-page-context';
import { AuditPart } from '../../components/audit-part';
import { Back } from '../../components/back';
import type { PartProps } from '../../components/parts';
import { projectTexts } from '../../texts/project';
import { openerOf } from './addresses';

/** Of the project; opened from the overview, by its admins. */
export function ProjectAuditPart({ path }: PartProps) {
  const onOpen = openerOf(path);
  return (
    <section className="stack">
      <Back onClick={() => onOpen({ name: 'overview' })}>{projectTexts.parts.overview}</Back>
      <AuditPart projectKey={useProjectKey()} />
    </section>
  );
}
