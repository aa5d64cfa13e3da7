import { createProject } from '../admin/create-project';
import type { Site } from '../site';
import { PRIORITIES, RESOLUTIONS } from './priorities';
import { USERS } from './users';

/** Gives an empty site its users, priorities, resolutions and the projects WA and KAN; once and for all. */
export function seed(site: Site): void {
  const { users, priorities, resolutions } = site.tables;
  if (users.size > 0) return;
  for (const user of USERS) users.set(user.accountId, user);
  for (const priority of PRIORITIES) priorities.set(priority.id, priority);
  for (const resolution of RESOLUTIONS) resolutions.set(resolution.id, resolution);
  createProject(site, { key: 'WA', name: 'Well-Architected', style: 'next-gen', template: 'scrum' });
  createProject(site, { key: 'KAN', name: 'Kanban', style: 'classic', template: 'kanban' });
  site.commit();
}
