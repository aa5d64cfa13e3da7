import type { Priority, Resolution } from '../model/priority';

/**
 * In rank order. The default scheme has Jira's five (ids 1 to 5); a site can have more than a project's
 * scheme offers, so two stand between them.
 */
export const PRIORITIES: readonly Priority[] = [
  priority('1', 'Highest', 'This problem will block progress.', '#d04437'),
  priority('10000', 'Critical', 'Crashes, loss of data.', '#cc0000'),
  priority('2', 'High', 'Serious problem that could block progress.', '#f15C75'),
  { ...priority('3', 'Medium', 'Has the potential to affect progress.', '#f79232'), isDefault: true },
  priority('4', 'Low', 'Minor problem or easily worked around.', '#707070'),
  priority('10001', 'Minor', 'Little loss of function.', '#808080'),
  priority('5', 'Lowest', 'Trivial problem with little or no impact on progress.', '#999999'),
];

export const DEFAULT_PRIORITY_IDS: readonly string[] = ['1', '2', '3', '4', '5'];

export const RESOLUTIONS: readonly Resolution[] = [
  {
    id: '10000',
    name: 'Done',
    description: 'Work has been completed on this issue.',
    isDefault: true,
  },
  { id: '10001', name: "Won't Do", description: "This issue won't be actioned.", isDefault: false },
  {
    id: '10002',
    name: 'Duplicate',
    description: 'The problem is a duplicate of an existing issue.',
    isDefault: false,
  },
];

/** What entering a done status sets where the workflow does so by itself. */
export const RESOLUTION_DONE = '10000';

function priority(id: string, name: string, description: string, statusColor: string): Priority {
  return { id, name, description, statusColor, isDefault: false };
}
