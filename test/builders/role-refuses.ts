import { because } from '../../src/connection/reasons';
import type { Reason } from '../../src/reason';
import { ROLE_ARN, USER_ARN } from './platform';

/** What AWS refuses the connection with: for those who manage it. */
export const ROLE_REFUSES = because('role-refuses', {
  ...{ connection: 'Production', roleArn: ROLE_ARN, known: 'yes', principalArn: USER_ARN },
  externalId: 'ab'.repeat(16),
});

const HIDDEN = { code: 'shown-in-connection', params: {} };

/** The same for everybody else. */
export const ROLE_REFUSES_FOR_VIEWERS: Reason = {
  code: 'role-refuses',
  params: {
    ...{ connection: 'Production', known: 'yes' },
    ...{ roleArn: HIDDEN, principalArn: HIDDEN, externalId: HIDDEN },
  },
};
