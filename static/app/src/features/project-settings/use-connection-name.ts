import { useProjectKey } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { projectSettingsTexts } from '../../texts/project-settings';

/** The project's own connections by their names; those of the site have none for its admins. */
export function useConnectionName(connectionId: string): string {
  const asked = useAnswer('projectConnection.list', { projectKey: useProjectKey() });
  const own = asked.isSuccess ? asked.data.connections.find(({ id }) => id === connectionId) : undefined;
  return own?.name ?? projectSettingsTexts.linkable.ofSite;
}
