/** What people read of a record that cannot be used. */
import { describe, expect, test } from '@jest/globals';
import { errorOf } from '../../../src/storage/problems';
import { RECORDS } from '../storage/records';

describe('the words of a record that stops its reader', () => {
  const stopping = RECORDS.map(({ definition }) => definition).filter(
    ({ unreadable, overNewer }) => unreadable === 'stop' || overNewer === 'refuse',
  );

  test.each(stopping.map(({ name }) => [name]))('%s: name, key, cost and what to do', (record) => {
    const unreadable = errorOf({ code: 'unreadable', record, key: 'a:key' }).message;
    const newer = errorOf({ code: 'newer', record, key: 'a:key', version: 3, known: 2 }).message;
    for (const words of [unreadable, newer]) {
      expect(words).toContain(`"${record}" (key a:key)`);
      expect(words).not.toMatch(/cost-of|mend-|record-problem/);
    }
    expect(unreadable).not.toContain('Update the app');
    expect(newer).toContain('Update the app to the version that wrote it.');
  });
});
