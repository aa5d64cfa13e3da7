import type { Project } from './model/project';
import type { Tables } from './tables';

/** By id, by key in any case, or by a key from before a rename. */
export function findProject(tables: Tables, idOrKey: string): Project | undefined {
  const key = idOrKey.toUpperCase();
  return tables.projects.get(idOrKey) ?? [...tables.projects.values()].find((one) => hasKey(one, key));
}

/** Whether the key is the project's, now or from before a rename. */
export function hasKey({ key, formerKeys = [] }: Project, asked: string): boolean {
  return key === asked || formerKeys.includes(asked);
}
