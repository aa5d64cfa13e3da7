import { describe, expect, test } from '@jest/globals';
import { limitsWith, parseLimits, PLATFORM_LIMITS } from '../../../sandbox/limits/table';

describe('limits', () => {
  test('are the platform’s, but for those that are named', () => {
    expect(limitsWith(parseLimits('storage=1000,storage-second=off'))).toEqual({
      ...PLATFORM_LIMITS,
      storage: 1000,
      'storage-second': Infinity,
    });
  });

  test.each(['memories=4', 'storage', 'storage=', 'storage=many', 'storage=-1', ''])(
    'are not "%s"',
    (text) => {
      expect(() => parseLimits(text)).toThrow(/is no limit: a name of storage, storage-second/);
    },
  );
});
