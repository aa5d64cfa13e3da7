import { describe, expect, test } from '@jest/globals';
import { readSyncArguments, selectionOf } from '../../../sandbox/cli/sync-arguments';

const NEEDED = ['--workload', 'Shop', '--project', 'WA'];

describe('npm run sync', () => {
  test('needs no more than a workload and a project', () => {
    const args = readSyncArguments(NEEDED);
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
    expect(selectionOf(readSyncArguments([...NEEDED, ...chosen, '--question', 'securely-operate']))).toEqual({
      lensAliases: ['wellarchitected'],
      selectedPillars: [{ PillarId: 'security' }, { PillarId: 'reliability' }],
      questionIds: ['securely-operate'],
    });
  });

  test('takes a pillar by the name that its label has', () => {
    const selection = selectionOf(readSyncArguments([...NEEDED, '--pillar', 'cost-optimization']));
    expect(selection).toEqual({ selectedPillars: [{ PillarId: 'costOptimization' }] });
  });

  test('settles conflicts, each by its issue', () => {
    const settle = ['--settle', 'WA-12=jira', '--settle', 'WA-3=aws'];
    expect(readSyncArguments([...NEEDED, ...settle]).settle).toEqual([
      { issueKey: 'WA-12', keep: 'jira' },
      { issueKey: 'WA-3', keep: 'aws' },
    ]);
    expect(readSyncArguments(NEEDED).settle).toEqual([]);
  });

  test('takes proposals and leaves them out, each by its kind and issue', () => {
    const decided = ['--take', 'below-epic:WA-12', '--leave', 'below-epic:WA-3'];
    expect(readSyncArguments([...NEEDED, ...decided]).proposals).toEqual([
      { kind: 'below-epic', issueKey: 'WA-12', take: true },
      { kind: 'below-epic', issueKey: 'WA-3', take: false },
    ]);
  });

  test('takes or leaves all proposals, or all of a kind', () => {
    const decided = ['--take', 'all', '--leave', 'twin:all', '--leave', 'below-epic:WA-3'];
    expect(readSyncArguments([...NEEDED, ...decided])).toMatchObject({
      atOnce: [
        { kind: undefined, take: true },
        { kind: 'twin', take: false },
      ],
      proposals: [{ kind: 'below-epic', issueKey: 'WA-3', take: false }],
    });
  });

  test('puts back what was done, or with --preview only lists it', () => {
    expect(readSyncArguments(NEEDED)).toMatchObject({ putBack: false });
    expect(readSyncArguments([...NEEDED, '--put-back'])).toMatchObject({ putBack: true, preview: false });
    expect(readSyncArguments([...NEEDED, '--put-back', '--preview'])).toMatchObject({
      ...{ putBack: true, preview: true },
    });
  });

  test('takes a site with or without its last slash', () => {
    expect(readSyncArguments([...NEEDED, '--site', 'http://127.0.0.1:9000/']).site).toBe(
      'http://127.0.0.1:9000',
    );
  });

  test.each([
    ['no workload', ['--project', 'WA'], /--workload is missing/],
    ['no project', ['--workload', 'Shop'], /--project is missing/],
    ['an unknown scope', [...NEEDED, '--scope', 'some'], /must be one of risks, answered, all/],
    ['a site that is no URL', [...NEEDED, '--site', 'local'], /must be a URL/],
    ['a site without its protocol', [...NEEDED, '--site', 'localhost:8620'], /such as http:\/\/127/],
    ['a settlement without a side', [...NEEDED, '--settle', 'WA-12'], /must be KEY=aws or KEY=jira/],
    ['a settlement for another side', [...NEEDED, '--settle', 'WA-12=mine'], /"WA-12=mine"/],
    ['a link and its end', [...NEEDED, '--link', '--unlink'], /exclude each other/],
    ['a proposal of no kind', [...NEEDED, '--take', 'WA-12'], /must be all, or KIND:KEY/],
    ['both ways of adoption', [...NEEDED, '--adopt', '--make-new'], /exclude each other/],
    [
      'putting a part back',
      [...NEEDED, '--put-back', '--question', 'keys'],
      /--put-back is for the whole workload/,
    ],
    [
      'blocks of a part',
      [...NEEDED, '--remove-blocks', '--pillar', 'security'],
      /--remove-blocks is for the whole workload/,
    ],
    ['an unknown option', [...NEEDED, '--force'], /Unknown option '--force'/],
    ['a word too many', [...NEEDED, 'now'], /Unexpected argument 'now'/],
  ])('refuses %s', (_name, argv, message) => {
    expect(() => readSyncArguments(argv)).toThrow(message);
  });
});
