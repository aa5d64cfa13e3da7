import { readJira } from '../../bridge/jira';
import { isRecord, listOf, textOf } from '../../data/narrow';

export interface FoundProject {
  readonly value: string;
  readonly label: string;
}

/** Projects whose name or key contains the text, at most 20, as the reader sees them. None where Jira does not say. */
export async function findProjects(text: string): Promise<FoundProject[]> {
  try {
    const query = text.trim() === '' ? '' : `&query=${encodeURIComponent(text.trim())}`;
    const found = await readJira(`/rest/api/3/project/search?maxResults=20&orderBy=name${query}`);
    return listOf(isRecord(found) ? found.values : undefined).flatMap(toProject);
  } catch {
    return [];
  }
}

function toProject(project: unknown): FoundProject[] {
  const key = textOf(project, 'key');
  return key === undefined ? [] : [{ value: key, label: `${textOf(project, 'name') ?? key} (${key})` }];
}
