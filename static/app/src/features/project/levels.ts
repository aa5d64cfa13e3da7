import { format } from '../../texts';
import { projectTexts } from '../../texts/project';

interface Levels {
  readonly epics: number;
  readonly tasks: number;
  readonly subtasks: number;
}

/** `1 Epic, 2 Tasks and 5 Sub-tasks`, without those that there are none of. */
export function levels(of: Levels): string {
  const words = projectTexts.sync.levels;
  const names = ['epics', 'tasks', 'subtasks'] as const;
  return format().list(names.flatMap((name) => (of[name] === 0 ? [] : [words[name]({ count: of[name] })])));
}
