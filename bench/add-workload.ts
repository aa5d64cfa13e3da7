import { answerLens } from '../sandbox/aws';
import type { Site } from '../sandbox/site/site';

/** The framework lens: 57 questions, 307 best practices. */
export const FRAMEWORK_ALIAS = 'wellarchitected';

/** A workload with a review of the framework with nothing selected: every best practice is open. Answers its ARN. */
export function addOpenWorkload({ aws: { admin } }: Pick<Site, 'aws'>, name: string): string {
  return admin.batch(() => {
    const workload = admin.addWorkload({ name, lenses: [FRAMEWORK_ALIAS] });
    const lens = admin.lenses().find(({ alias }) => alias === FRAMEWORK_ALIAS);
    if (!lens) throw new Error('the framework lens is missing');
    answerLens(admin, workload.id, lens, 'none');
    return workload.arn;
  });
}
