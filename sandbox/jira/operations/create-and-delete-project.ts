/** Projects as scripts make and remove them; the pages of the site have none for it. */
import { z } from 'zod';
import { mayGlobally } from '../access/access';
import { createProject } from '../admin/create-project';
import { deleteProject } from '../admin/project-life';
import { parseBody } from '../body';
import { accountIn, type Operation, projectInPath } from '../operation';
import { fieldError, Refusal, refusal } from '../refusal';
import { findProject } from '../projects';
import { selfUrl } from '../site';

const TEMPLATES = {
  'com.pyxis.greenhopper.jira:gh-simplified-agility-scrum': { style: 'next-gen', template: 'scrum' },
  'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban': { style: 'next-gen', template: 'kanban' },
  'com.pyxis.greenhopper.jira:gh-simplified-scrum-classic': { style: 'classic', template: 'scrum' },
  'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic': { style: 'classic', template: 'kanban' },
} as const;

const details = z.object({
  key: z.string(),
  name: z.string().min(1),
  projectTypeKey: z.literal('software'),
  projectTemplateKey: z.enum(Object.keys(TEMPLATES) as [keyof typeof TEMPLATES]),
  leadAccountId: z.string().max(128),
});

/** The creator administers the project through the global permission that the operation needs. */
export const postProject: Operation = {
  method: 'POST',
  path: '/rest/api/3/project',
  anonymous: false,
  example: ({ accountId }) => ({
    body: {
      key: 'EXAMPLE',
      name: 'An example',
      projectTypeKey: 'software',
      projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-scrum-classic',
      leadAccountId: accountId,
    },
  }),
  handle(call) {
    const { site } = call;
    if (!mayGlobally(site.tables, accountIn(call), 'ADMINISTER'))
      throw refusal(403, 'You do not have permission to create projects.');
    const { key, name, projectTemplateKey } = parseBody(details, call.body);
    if (!/^[A-Z][A-Z0-9]{1,9}$/.test(key))
      throw new Refusal(400, fieldError('projectKey', 'Project keys must start with an uppercase letter.'));
    if (findProject(site.tables, key) !== undefined)
      throw new Refusal(400, fieldError('projectKey', `A project with the key ${key} exists already.`));
    const project = createProject(site, { key, name, ...TEMPLATES[projectTemplateKey] });
    const body = { self: selfUrl(site, `project/${project.id}`), id: Number(project.id), key };
    return { status: 201, body };
  },
};

/** The stand-in has no recycle bin: `enableUndo` changes nothing. */
export const removeProject: Operation = {
  method: 'DELETE',
  path: '/rest/api/3/project/{projectIdOrKey}',
  anonymous: false,
  example: () => ({ path: { projectIdOrKey: 'EXAMPLE' }, query: 'enableUndo=false' }),
  handle(call) {
    const { site } = call;
    const project = projectInPath(call, 404);
    if (!mayGlobally(site.tables, accountIn(call), 'ADMINISTER'))
      throw refusal(404, `No project could be found with key '${project.key}'.`);
    if (project.archived) throw refusal(400, 'An archived project cannot be deleted. Restore it first.');
    deleteProject(site, project.key, accountIn(call));
    return { status: 204 };
  },
};
