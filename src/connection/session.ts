/** What a session of the role may do and what it is called. Pure. */

const PART = { site: 24, run: 36 };

/**
 * The name that CloudTrail shows beside every call: which site, which run. STS allows `[\w+=,.@-]{2,64}`;
 * other characters become a hyphen.
 */
export function sessionName(site: string, runId: string): string {
  const part = (text: string, limit: number) => text.replace(/[^A-Za-z0-9_+=,.@-]/g, '-').slice(0, limit);
  return `wa-${part(site, PART.site)}-${part(runId, PART.run)}`;
}

/** The read operations of a sync; each names the workload as its resource (Service Authorization Reference). */
const WORKLOAD_ACTIONS = [
  'wellarchitected:GetWorkload',
  'wellarchitected:GetLensReview',
  'wellarchitected:ListLensReviews',
  'wellarchitected:ListAnswers',
  'wellarchitected:ListLensReviewImprovements',
];

/**
 * A session policy as JSON, at most 2,048 characters: what the role allows is cut down to what this session
 * needs, which is to read one workload or, without one, to list them. ListWorkloads has no resource type, so it needs `*`. That AWS checks the lens operations against the
 * workload alone is documented but unverified.
 */
export function sessionPolicy(workloadArn: string | undefined): string {
  const statement =
    workloadArn === undefined
      ? { Effect: 'Allow', Action: ['wellarchitected:ListWorkloads'], Resource: '*' }
      : { Effect: 'Allow', Action: WORKLOAD_ACTIONS, Resource: workloadArn };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
