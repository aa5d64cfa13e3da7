import { expect, test } from '@jest/globals';
import { readFailure } from '../../../src/wellarchitected/client/failure';

test.each([
  ['its words', '[Validation] No workload with this id.', '[Validation] No workload with this id.'],
  ['its code, where it has no words', '', 'ValidationException'],
  ['its code, where its words are blank', ' \n', 'ValidationException'],
])('what a service says is %s', (_what, message, expected) => {
  const thrown = Object.assign(new Error(message), { name: 'ValidationException', $fault: 'client' });
  expect(readFailure(thrown).message).toBe(expected);
});
