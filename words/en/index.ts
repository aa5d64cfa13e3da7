/** Every reason of the app in English; a code is of one domain alone. */
import type { Messages } from '../format';
import { audit } from './audit';
import { automatic } from './automatic';
import { aws } from './aws';
import { budget } from './budget';
import { connection } from './connection';
import { connectionChecks } from './connection-checks';
import { connectionInput } from './connection-input';
import { handlers } from './handlers';
import { input } from './input';
import { jira } from './jira';
import { linkedWorkloads } from './linked-workloads';
import { plan } from './plan';
import { preflight } from './preflight';
import { storedRecords } from './stored-records';
import { review } from './review';
import { runs } from './runs';
import { settings } from './settings';
import { storage } from './storage';
import { sync } from './sync';
import { useCases } from './use-cases';
import { visible } from './visible';

export const english: Messages = {
  ...audit,
  ...automatic,
  ...aws,
  ...budget,
  ...connection,
  ...connectionChecks,
  ...connectionInput,
  ...handlers,
  ...input,
  ...jira,
  ...linkedWorkloads,
  ...plan,
  ...preflight,
  ...storedRecords,
  ...review,
  ...runs,
  ...settings,
  ...storage,
  ...sync,
  ...useCases,
  ...visible,
};
