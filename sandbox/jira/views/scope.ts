/** The `scope` of what a team-managed project owns; nothing for what the site shares. */
export function scopeBean(projectId: string | undefined): Record<string, unknown> {
  return projectId === undefined ? {} : { scope: { type: 'PROJECT', project: { id: projectId } } };
}
