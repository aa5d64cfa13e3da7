import { describe, expect, test } from '@jest/globals';
import { readArguments, selectionOf } from '../../../sandbox/cli/arguments';

const NEEDED = ['--workload', 'Shop', '--project', 'WA'];

describe('npm run sync', () => {
  test('needs no more than a workload and a project', () => {
    const args = readArguments(NEEDED);
    expect(args).toMatchObject({
      workload: 'Shop',
      project: 'WA',
      site: 'http://127.0.0.1:8620',
      preview: false,
      json: false,
    });
    expect(args.as).toMatch(/a2$/);
    expect(selectionOf(args)).toBeUndefined();
  });

  test('selects lenses, pillars and questions, each repeatable', () => {
    const chosen = ['--lens-alias', 'wellarchitected', '--pillar', 'security', '--pillar', 'reliability'];
    expect(selectionOf(readArguments([...NEEDED, ...chosen, '--question', 'securely-operate']))).toEqual({
      lensAliases: ['wellarchitected'],
      selectedPillars: [{ PillarId: 'security' }, { PillarId: 'reliability' }],
      questionIds: ['securely-operate'],
    });
  });

  test('takes a site with or without its last slash', () => {
    expect(readArguments([...NEEDED, '--site', 'http://127.0.0.1:9000/']).site).toBe('http://127.0.0.1:9000');
  });

  test.each([
    ['no workload', ['--project', 'WA'], /--workload is missing/],
    ['no project', ['--workload', 'Shop'], /--project is missing/],
    ['an unknown scope', [...NEEDED, '--scope', 'some'], /must be one of risks, answered, all/],
    ['a site that is no URL', [...NEEDED, '--site', 'local'], /must be a URL/],
    ['an unknown option', [...NEEDED, '--force'], /Unknown option '--force'/],
    ['a word too many', [...NEEDED, 'now'], /Unexpected argument 'now'/],
  ])('refuses %s', (_name, argv, message) => {
    expect(() => readArguments(argv)).toThrow(message);
  });
});
