/** Short messages over Jira's own page: what just worked. What failed stays on the page instead. */
import { showFlag } from '@forge/bridge';

let count = 0;

export function tell(title: string, description?: string): void {
  count += 1;
  showFlag({
    id: `well-architected-${count}`,
    title,
    ...(description === undefined ? {} : { description }),
    type: 'success',
    isAutoDismiss: true,
  });
}
