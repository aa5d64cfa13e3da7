/** The AWS stand-in's public face. */
export {
  ACCOUNT,
  ADMIN_USER,
  ADMIN_USER_ARN,
  DEFAULT_ROLE_ARN,
  DEFAULT_USER,
  DEFAULT_USER_ARN,
  OTHER_ACCOUNT,
  REGION,
} from './account';
export type { AwsAdmin, NewWorkload } from './admin';
export { type Answered, answerLens, parseAnswered } from './answering';
export { type Aws, type AwsAnswer, type AwsOptions, createAws, HostNotFound } from './aws';
export { AwsError } from './aws-error';
export type { EventsDeployment } from './deploy-events';
export type { Deliver, DeliveryAttempt } from './events/deliveries';
export type { DeliveryAnswer, DeliveryRequest } from './events/delivery';
export type { DeliveryFaults } from './events/delivery-faults';
export type { PlannedFailure } from './failures';
export type { StackDeployment } from './iam/administration';
export type { Authorised } from './iam/authorised';
export { allowing, trustPolicyFor } from './iam/documents';
export { ADMINISTRATOR_ACCESS } from './iam/managed-policies';
export type { Lens } from './lens/lens';
export { LensFileError, type LensFileResult, loadLensFiles, parseLensFile } from './lens/lens-file';
export {
  asVersion,
  renamePractice,
  renameQuestion,
  withdrawPractice,
  withdrawQuestion,
} from './lens/upgrade';
export type { RegionOff } from './region-state';
export { ACTIONS as STS_ACTIONS } from './sts/endpoint';
export { eventsTemplate, roleTemplate, userTemplate } from './templates';
export { canSee } from './wellarchitected/find';
export { OPERATIONS as TOOL_OPERATIONS } from './wellarchitected/operations';
export type { AccountAndRegion, ManyWorkloads } from './workload-admin';
export {
  addLensWorkloads,
  DEFAULT_WORKLOAD_NAME,
  frameworkLens,
  seedDefaultWorld,
  seedDemonstrationAccount,
} from './world';
