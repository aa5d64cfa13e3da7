/** Links to the page of the CloudFormation console that makes a stack of one of the product's templates. Pure. */
import type { LaunchStack } from '../contract/connections';
import { consoleHome } from '../wellarchitected/console-link';

/** Files of aws/. */
export type Template = 'role.yaml' | 'events.yaml';

export interface StackToLaunch {
  readonly template: Template;
  readonly region: string;
  readonly stackName: string;
  /** Those that are empty are left to the template's default. None that is NoEcho: the console takes those from nobody. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * With templates in S3: a quick-create link, whose page has template, name and parameters filled in (CloudFormation
 * User Guide, "Create quick-create links for stacks"; `templateURL` is required there). Without: the page on which
 * the template is uploaded, whose address AWS does not document (unverified, A37).
 *
 * @param templates the folder of the templates as `templatesFolder` gives it
 */
export function launchStack(stack: StackToLaunch, templates: string | undefined): LaunchStack {
  const { template, region, stackName, parameters } = stack;
  const home = `${consoleHome('cloudformation', region)}#/stacks/create`;
  if (templates === undefined) return { region, url: `${home}/template`, filled: false };
  const query = [
    ['templateURL', `${templates}${template}`],
    ['stackName', stackName],
    ...Object.entries(parameters)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [`param_${name}`, value]),
  ];
  const text = query.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
  return { region, url: `${home}/review?${text}`, filled: true };
}

/** Letters, digits and hyphens, a letter first, at most 128; as aws/create-role.sh names the stack of a role. */
export function stackNameOf(roleName: string): string {
  return `jira-${roleName.replaceAll(/[^A-Za-z0-9-]/g, '-')}`;
}

/** CloudFormation User Guide, "Selecting a stack template": a URL of a template has at most 1,024 characters. */
const MOST = 1024 - 'events.yaml'.length;

/** Buckets by host or by path, with or without their Region; not a bucket's website, which CloudFormation refuses. */
const S3 = /^(?:[a-z0-9][a-z0-9.-]*\.)?s3(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com$/;

/**
 * The folder with the templates, ending in a slash; `undefined` for what is no https address of a folder in S3,
 * since CloudFormation loads templates from nowhere else (API Reference, CreateStack, TemplateURL).
 */
export function templatesFolder(text: string): string | undefined {
  if (!URL.canParse(text) || text.length >= MOST) return undefined;
  const { protocol, hostname, port, username, password, search, hash, pathname, origin } = new URL(text);
  const extras = [port, username, password, search, hash];
  if (protocol !== 'https:' || !S3.test(hostname) || extras.some((part) => part !== '')) return undefined;
  return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`;
}
