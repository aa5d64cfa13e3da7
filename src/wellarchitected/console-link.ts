/** Links into the AWS console. Pure. */

export interface ConsolePlace {
  /** The Region that holds the review. */
  readonly region: string;
  readonly workloadId: string;
  /** The account that owns the workload: the console needs it to open a shared one. */
  readonly owner: string;
  /** An AWS lens's alias, or a custom lens's ARN. */
  readonly lensAlias?: string;
  readonly pillarId?: string;
  readonly questionId?: string;
}

/**
 * The console's page for a question, or for the workload's overview where lens, pillar or question is
 * absent. The question's form is what the console itself shows; the ARN of a custom lens is encoded as one
 * path segment, and which form the console prefers for it is unverified (A7).
 */
export function consoleLink(place: ConsolePlace): string {
  const home = consoleHome('wellarchitected', place.region);
  return `${home}#/workload/${route(place).map(encodeURIComponent).join('/')}?owner=${encodeURIComponent(place.owner)}`;
}

/** Where the console of a service begins. GovCloud has one of its own (AWS GovCloud (US) User Guide). */
export function consoleHome(service: string, regionName: string): string {
  const region = encodeURIComponent(regionName);
  const host = region.startsWith('us-gov-')
    ? 'console.amazonaws-us-gov.com'
    : `${region}.console.aws.amazon.com`;
  return `https://${host}/${service}/home?region=${region}`;
}

function route(place: ConsolePlace): readonly string[] {
  const { workloadId, lensAlias, pillarId, questionId } = place;
  if (lensAlias === undefined || pillarId === undefined || questionId === undefined) {
    return [workloadId, 'overview'];
  }
  return [workloadId, 'lens', lensAlias, 'pillar', pillarId, 'question', questionId];
}
