/** Where whoever deployed the app keeps its CloudFormation templates for customers: variables of the app. */
import { templatesFolder } from './launch-stack';
import type { Partition } from './regions';

/** Of each partition: a template is loaded by the partition in which the stack is. */
const VARIABLES = {
  aws: 'WA_TEMPLATES_URL',
  'aws-us-gov': 'WA_GOV_TEMPLATES_URL',
} as const satisfies Record<Partition, string>;

/** The folder in S3 that holds the templates of a partition; `undefined`: there is none. */
export type TemplatesFolders = (partition: Partition) => string | undefined;

/** Reads the variables when it is asked. One that names no folder in S3 counts as none, and the log says so once. */
export function createTemplatesFolders(
  environment: Readonly<Record<string, string | undefined>>,
): TemplatesFolders {
  const told = new Set<string>();
  return (partition) => {
    const variable = VARIABLES[partition];
    const text = environment[variable]?.trim() ?? '';
    const folder = templatesFolder(text);
    if (folder === undefined && text !== '' && !told.has(variable)) {
      told.add(variable);
      // eslint-disable-next-line no-console -- the platform's log
      console.warn('Templates cannot be loaded from there', { variable });
    }
    return folder;
  };
}
