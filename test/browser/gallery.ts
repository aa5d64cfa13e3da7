/** Every page in the states that a project in the middle of its work has: for axe, and for the pictures of the docs. */
import { MEMBER, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { scenarioOn } from '../scenarios/open-site';
import { mark } from '../../static/app/src/texts/mark';
import { EDITED, FRAMEWORK, type GallerySite, QUESTION, WORKLOAD, workOn } from './gallery-site';
import { openPages, type Tab, type Viewing } from './pages';

export interface View {
  readonly name: string;
  readonly path: string;
  readonly as?: string;
  /** The same with less in it, where axe examines every card and row; a query. */
  readonly brief?: string;
  /** Resolves when the page has drawn what the view is named after. */
  readonly ready: (tab: Tab) => Promise<unknown>;
}

export interface Gallery {
  readonly views: readonly View[];
  /** Opens a view and waits until it is drawn. */
  readonly show: (
    view: View,
    viewing: Pick<Viewing, 'theme' | 'width' | 'height' | 'isPseudo'>,
  ) => Promise<Tab>;
  readonly close: () => Promise<void>;
}
/** Opens a site whose review was synced twice, with cards moved, people assigned, and a conflict. */
export async function openGallery(): Promise<Gallery> {
  const pages = await openPages({ fastForward: true });
  const scenario = scenarioOn(pages.site);
  const worked = await workOn(pages, scenario);
  return {
    views: viewsOf(worked),
    async show({ path, as, ready }, viewing) {
      const tab = await pages.open(path, { ...viewing, ...(as === undefined ? {} : { as }) });
      await ready(tab);
      return tab;
    },
    close: () => pages.close(),
  };
}

/** A text of the app, in English or in the pseudo language. Without signs that mean something in a pattern. */
function either(text: string): RegExp {
  return new RegExp(`(?:${text}|${mark(text)})`);
}

function viewsOf({ arn, workloadId, connectionId, runId, issues }: GallerySite): readonly View[] {
  const keyOf = (level: number, question?: string) =>
    issues.find(({ fields, properties }) => {
      const property = properties['well-architected'] as { readonly question?: string };
      return fields.issuetype.hierarchyLevel === level && (!question || property.question === question);
    })?.key ?? '';
  const settings = '/projects/WA/settings/well-architected';
  const admin = '/settings/well-architected';
  const page = '/projects/WA/well-architected';
  const shown = (text: string) => (tab: Tab) =>
    tab.app.getByText(either(text)).locator('visible=true').first().waitFor();
  const drawn = (text: string) => (tab: Tab) =>
    tab.page.getByText(text).locator('visible=true').first().waitFor();
  const question = new URLSearchParams({ lens: FRAMEWORK, question: QUESTION });
  const byProjectAdmin = { as: PROJECT_ADMIN };
  return [
    { name: 'home', path: '/', ready: drawn('The whole circle') },
    {
      name: 'board',
      path: '/projects/WA/board',
      brief: '?text=owners',
      as: MEMBER,
      ready: drawn('In Progress'),
    },
    {
      name: 'issue',
      path: `/browse/${keyOf(0, QUESTION)}`,
      ...byProjectAdmin,
      ready: shown('Written by Jira'),
    },
    { name: 'conflict', path: `/browse/${keyOf(0, EDITED)}`, ...byProjectAdmin, ready: shown('Keep Jira') },
    { name: 'best-practice', path: `/browse/${keyOf(-1)}`, as: MEMBER, ready: shown('Where this sits') },
    { name: 'epic', path: `/browse/${keyOf(1)}`, ...byProjectAdmin, ready: shown('The whole workload') },
    { name: 'aws-workloads', path: '/aws-console', ready: drawn(WORKLOAD) },
    {
      name: 'aws-question',
      path: `/aws-console/us-east-1/${workloadId}/question?${question.toString()}`,
      ready: drawn('As it is stored'),
    },
    { name: 'aws-stack', path: '/aws-console/stack', ready: drawn('Create the role') },
    { name: 'admin', path: admin, ready: shown('Local AWS') },
    { name: 'new-connection', path: `${admin}/connections/new`, ready: shown('Create and go on') },
    { name: 'connect', path: `${admin}/connections/${connectionId}/role`, ready: shown('ExternalId') },
    {
      name: 'checks',
      path: `${admin}/connections/${connectionId}`,
      async ready({ app }) {
        await app.getByRole('button', { name: either('Test it') }).click();
        await app.getByText('wellarchitected:UpdateAnswer').first().waitFor();
      },
    },
    { name: 'keys', path: `${admin}/keys`, ready: shown('ends with') },
    { name: 'settings', path: `${admin}/settings`, ready: shown('Save settings') },
    { name: 'site-links', path: `${admin}/workloads`, ready: shown('Linked by') },
    { name: 'live-check', path: `${admin}/live-check`, ready: shown('Run the check') },
    { name: 'audit', path: `${admin}/audit`, ready: shown('Sync ended') },
    // The last that AWS is asked for: until then a button is busy, and on its way to other colours.
    {
      name: 'project-settings',
      path: settings,
      ...byProjectAdmin,
      ready: shown('No connection has another workload'),
    },
    {
      name: 'link-settings',
      path: `${settings}/workloads/${encodeURIComponent(arn)}`,
      ...byProjectAdmin,
      ready: shown('Save settings'),
    },
    {
      name: 'project-connections',
      path: `${settings}/connections`,
      ...byProjectAdmin,
      ready: shown('Connect an AWS account for this space'),
    },
    { name: 'check', path: `${settings}/check`, ...byProjectAdmin, ready: shown('Sub-task') },
    { name: 'project-audit', path: `${settings}/audit`, ...byProjectAdmin, ready: shown('Sync ended') },
    { name: 'overview', path: page, ...byProjectAdmin, ready: shown('Operational Excellence') },
    {
      name: 'choose',
      path: `${page}/sync/${workloadId}`,
      ...byProjectAdmin,
      ready: shown('AWS Well-Architected Framework'),
    },
    {
      name: 'preview',
      path: `${page}/sync/${workloadId}`,
      ...byProjectAdmin,
      async ready({ app }) {
        await app.getByRole('button', { name: new RegExp(`^⟦?${either('Preview').source}⟧?$`) }).click();
        await app.getByRole('button', { name: new RegExp(`^⟦?${either('Sync').source} \\d+`) }).waitFor();
      },
    },
    {
      name: 'result',
      path: `${page}/sync/${workloadId}/${runId}`,
      ...byProjectAdmin,
      ready: shown('Moved in Jira'),
    },
    { name: 'triage', path: `${page}/triage`, as: MEMBER, ready: shown('Unassigned') },
    {
      name: 'milestones',
      path: `${page}/milestones`,
      ...byProjectAdmin,
      ready: shown('Save a milestone'),
    },
    {
      name: 'compared',
      path: `${page}/milestones/${workloadId}/1-now`,
      ...byProjectAdmin,
      ready: shown('All pillars'),
    },
    { name: 'first-use', path: '/projects/KAN/well-architected', ready: shown('No workload is linked') },
    { name: 'viewer', path: page, as: VIEWER, ready: shown('Operational Excellence') },
    {
      name: 'no-permission',
      path: settings,
      as: VIEWER,
      ready: shown('Only an administrator of this space'),
    },
  ];
}
