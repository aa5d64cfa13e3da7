/** Short ways to write templates. */
import { planStack, type StackPlan } from '../../../sandbox/aws/cloudformation/plan-stack';

const TARGET = { stackName: 'stack', partition: 'aws', account: '111122223333', region: 'eu-west-1' };

export function plan(template: string, parameters: Record<string, string> = {}): StackPlan {
  return planStack({ template, parameters, target: TARGET, idOf: (arn) => `id of ${arn}` });
}

/** A template with a user called "jira" and whatever else is written. */
export function withUser(more: string): string {
  return `
Resources:
  User: {Type: AWS::IAM::User, Properties: {UserName: jira}}
${more}`;
}
