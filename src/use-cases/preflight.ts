/** Whether a project can take the issues of a review, before any sync. */
import type { Contract } from '../contract';
import type { PreflightCheck } from '../contract/preflight';
import type { Examination } from '../jira/client/examine-project';
import type { DoneStatuses } from '../jira/jira';
import type { MakeSettings, ProjectRef } from '../jira/model';
import type { ProjectExaminer } from '../jira/project-examiner';
import type { WayStore } from '../jira/way-store';
import { settingsOf, type LinkSettingsPorts } from '../linked-workloads/link-settings';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { Reason } from '../reason';
import type { EffectiveSettings } from '../settings/model';
import { errorOf, orProblem } from '../storage/problems';
import type { ProjectCaller } from './caller';
import { preflightChecks, type PreflightFacts } from './preflight-checks';
import { because } from './preflight-reasons';

export interface PreflightPorts extends LinkSettingsPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'listOfProject'>;
  readonly projectExaminer: ProjectExaminer;
  readonly ways: Pick<WayStore, 'load'>;
}

/**
 * Asks as the app, as a sync does: once for all workloads whose settings make issues in the same way. What is found
 * for several of them is told once.
 */
export async function preflight(
  _: unknown,
  { project }: ProjectCaller,
  ports: PreflightPorts,
): Promise<Contract['project.preflight']['result']> {
  const { makings, unusable } = await factsOfLinks(project, ports);
  const [ways, security] = await Promise.all([
    ports.ways.load(project.id),
    ports.projectExaminer.issueSecurity(project.id),
  ]);
  const found = await Promise.all(
    makings.map((making) => examine(project, making, { ways, unusable, security }, ports)),
  );
  const checks = new Map(found.flat().map((check) => [JSON.stringify(check), check]));
  return { checks: [...checks.values()] };
}

/** How some linked workloads make their issues. */
interface Making extends Pick<PreflightFacts, 'undecided'> {
  readonly make: MakeSettings;
}

async function examine(
  { id, key }: ProjectRef,
  { make, undecided }: Making,
  facts: Pick<PreflightFacts, 'ways' | 'unusable' | 'security'>,
  { projectExaminer }: PreflightPorts,
): Promise<readonly PreflightCheck[]> {
  const examination = await projectExaminer.examine(key, make);
  const usable = examination.screens.length > 0;
  if (!usable) return preflightChecks({ examination, undecided, ...facts });
  const doneStatuses = await projectExaminer.doneStatuses(id);
  const earlierTypes = await typesOfEarlier(id, examination, { doneStatuses, undecided }, projectExaminer);
  return preflightChecks({ examination, doneStatuses, earlierTypes, undecided, ...facts });
}

/** Issues keep their type where settings name another one for those to come; asked for where it matters. */
async function typesOfEarlier(
  projectId: string,
  { screens }: Examination,
  { doneStatuses, undecided }: { readonly doneStatuses: DoneStatuses } & Pick<Making, 'undecided'>,
  examiner: ProjectExaminer,
): Promise<ReadonlySet<string>> {
  if ('length' in undecided ? undecided.length === 0 : true) return new Set();
  const named = new Set(screens.map(({ type }) => type.id));
  const several = [...doneStatuses].filter(([id, { statuses }]) => !named.has(id) && statuses.length > 1);
  return examiner.typesInUse(
    projectId,
    several.map(([id]) => id),
  );
}

/**
 * Before any workload is linked it is the one to come that has to decide. A workload whose settings cannot be read
 * decides nothing.
 */
async function factsOfLinks(
  { id }: Pick<ProjectRef, 'id'>,
  ports: PreflightPorts,
): Promise<{ readonly makings: readonly Making[]; readonly unusable: readonly Reason[] }> {
  const { records, problems } = await ports.linkedWorkloads.listOfProject(id);
  const links = records.filter(({ ended }) => !ended);
  const read = await Promise.all(
    links.map(async (link) => ({ link, settings: await orProblem(settingsOf(link, ports)) })),
  );
  const readable = read.flatMap(({ link: { name }, settings }) =>
    'problem' in settings ? [] : [{ name, settings: settings.value }],
  );
  // The site's settings are a problem once, however many links have them.
  const found = read.flatMap(({ settings }) => ('problem' in settings ? [settings.problem] : []));
  const unusable = new Map([...problems, ...found].map((problem) => [problem.key, errorOf(problem).reason]));
  return {
    makings:
      links.length === 0 ? [{ make: {}, undecided: because('workload-to-come') }] : makingsOf(readable),
    unusable: [...unusable.values()],
  };
}

/** Without any settings that can be read, as they are at first. */
function makingsOf(
  links: readonly { readonly name: string; readonly settings: EffectiveSettings }[],
): readonly Making[] {
  const makings = new Map<string, { make: MakeSettings; undecided: string[] }>();
  for (const { name, settings } of links) {
    const make = makeOf(settings);
    const making = makings.get(JSON.stringify(make)) ?? { make, undecided: [] };
    if (settings.doneStatusId === undefined) making.undecided.push(`"${name}"`);
    makings.set(JSON.stringify(make), making);
  }
  return makings.size > 0 ? [...makings.values()] : [{ make: {}, undecided: [] }];
}

function makeOf({ issueTypes, fieldValues }: EffectiveSettings): MakeSettings {
  return { ...(issueTypes ? { issueTypes } : {}), ...(fieldValues ? { fieldValues } : {}) };
}
