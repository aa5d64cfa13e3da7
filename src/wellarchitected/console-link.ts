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
  const region = encodeURIComponent(place.region);
  const home = `https://${region}.console.aws.amazon.com/wellarchitected/home?region=${region}`;
  return `${home}#/workload/${route(place).map(encodeURIComponent).join('/')}?owner=${encodeURIComponent(place.owner)}`;
}

function route(place: ConsolePlace): readonly string[] {
  const { workloadId, lensAlias, pillarId, questionId } = place;
  if (lensAlias === undefined || pillarId === undefined || questionId === undefined) {
    return [workloadId, 'overview'];
  }
  return [workloadId, 'lens', lensAlias, 'pillar', pillarId, 'question', questionId];
}
