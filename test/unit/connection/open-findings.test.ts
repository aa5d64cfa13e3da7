/** What a test found open stays so until a test finds it closed. */
import { describe, expect, test } from '@jest/globals';
import { changeConnection, recordTest } from '../../../src/connection/changes';
import type { Connection } from '../../../src/connection/model';
import { connectionState } from '../../../src/connection/state';
import { accepted, CONNECTION, probed } from './a-connection';

const ALL_WELL = { keyPresent: true, projectConnectionsOn: true };
const OPEN: Connection = {
  ...CONNECTION,
  tests: [probed('us-east-1', 'ok', 'ok'), probed('eu-west-1', 'ok', 'failed')],
};
const codeOf = (connection: Connection) => connectionState(connection, ALL_WELL).code;

describe('an open finding', () => {
  test('stands while a later test finds nothing out', () => {
    const throttled = recordTest(OPEN, OPEN, probed('eu-west-1', 'unknown', 'unknown'));
    expect(codeOf(throttled)).toBe('open-role');
  });

  test('ends with a test that finds the role closed', () => {
    expect(codeOf(recordTest(OPEN, OPEN, probed('eu-west-1', 'ok', 'ok')))).toBe('ready');
  });

  test('does not go away with its Region', () => {
    const changed = changeConnection(OPEN, { regions: ['us-east-1'] });
    expect(changed.ok && codeOf(changed.connection)).toBe('untested');
  });

  test('that was accepted is over once every door is closed: opened again, it is asked for again', () => {
    const answered: Connection = { ...OPEN, acceptedRisk: accepted() };
    const mended = recordTest(answered, answered, probed('eu-west-1', 'ok', 'ok'));
    expect(mended.acceptedRisk).toBeUndefined();
    expect(codeOf(recordTest(mended, mended, probed('eu-west-1', 'failed', 'failed')))).toBe('open-role');
  });
});
