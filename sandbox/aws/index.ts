/** The AWS stand-in's public face. */
export { ACCOUNT, DEFAULT_ROLE_ARN, DEFAULT_USER, DEFAULT_USER_ARN, OTHER_ACCOUNT, REGION } from './account';
export type { AwsAdmin, NewWorkload } from './admin';
export { type Answered, answerLens, parseAnswered } from './answering';
export { type Aws, type AwsAnswer, type AwsOptions, createAws } from './aws';
export type { PlannedFailure } from './failures';
export type { Lens } from './lens/lens';
export { LensFileError, type LensFileResult, loadLensFiles, parseLensFile } from './lens/lens-file';
export {
  asVersion,
  renamePractice,
  renameQuestion,
  withdrawPractice,
  withdrawQuestion,
} from './lens/upgrade';
export { addLensWorkloads, DEFAULT_WORKLOAD_NAME, frameworkLens, seedDefaultWorld } from './world';
