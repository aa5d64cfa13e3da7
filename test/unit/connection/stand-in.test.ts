/** The app's side of AWS against the stand-in's: two readings of the same documents must agree. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  addLensWorkloads,
  type Answered,
  type Aws,
  createAws,
  DEFAULT_ROLE_ARN,
  DEFAULT_USER,
  DEFAULT_USER_ARN,
  frameworkLens,
  type Lens,
  loadLensFiles,
} from '../../../sandbox/aws';
import { openStore } from '../../../sandbox/store/store';
import { createSource } from '../../../src/connection/create-source';
import type { ReviewSource } from '../../../src/wellarchitected/source';
import type { BestPractice, LensReview } from '../../../src/wellarchitected/model';
import { failure } from '../wellarchitected/open-source';
import { CONNECTION } from './a-connection';

const original = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = original;
});

interface Site {
  readonly aws: Aws;
  readonly source: ReviewSource;
  readonly operations: string[];
}

function openSite(externalId = CONNECTION.externalId, versionedLensArns = false): Site {
  const clock = { now: () => Date.now() };
  const aws = createAws({ store: openStore(), clock, versionedLensArns });
  const { accessKeyId, secretAccessKey } = DEFAULT_USER;
  aws.admin.putUser({ arn: DEFAULT_USER_ARN, accessKeyId, secretAccessKey });
  aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustedUserArn: DEFAULT_USER_ARN, externalId });

  const operations: string[] = [];
  globalThis.fetch = async (input, init) => {
    const { response, operation } = await aws.handle(new Request(input, init));
    operations.push(operation);
    return response;
  };
  const connection = {
    ...CONNECTION,
    roleArn: DEFAULT_ROLE_ARN,
    auth: { kind: 'accessKey', accessKeyId } as const,
  };
  const source = createSource(
    { connection, secret: { secretAccessKey }, region: 'us-east-1', runId: 'run', site: 'site' },
    { pacer: { take: () => Promise.resolve() }, clock, sleep: () => Promise.resolve(), maxAttempts: 1 },
  );
  return { aws, source, operations };
}

async function readLens({ aws, source }: Site, lens: Lens, answered: Answered): Promise<LensReview> {
  const [workload] = addLensWorkloads(aws, [lens], answered);
  const { lenses } = await source.review(workload!.arn);
  expect(lenses).toHaveLength(1);
  return lenses[0]!;
}

const questionsOf = (lens: LensReview) => lens.pillars.flatMap(({ questions }) => questions);
const practicesOf = (lens: LensReview): BestPractice[] =>
  questionsOf(lens).flatMap(({ practices }) => practices);

describe('the Framework, answered with nothing in place', () => {
  test('is 6 pillars, 57 questions at risk and 307 open practices, in six calls', async () => {
    const site = openSite();
    const lens = await readLens(site, frameworkLens(), 'none');
    expect(lens.pillars).toHaveLength(6);
    expect(questionsOf(lens)).toHaveLength(57);
    expect(practicesOf(lens).filter(({ state }) => state === 'open')).toHaveLength(307);
    expect(new Set(questionsOf(lens).map(({ risk }) => risk))).toEqual(new Set(['HIGH', 'MEDIUM']));
    expect(site.operations).toEqual([
      'AssumeRole',
      'GetWorkload',
      'ListLensReviews',
      'GetLensReview',
      'ListAnswers',
      'ListAnswers',
    ]);
    expect(site.source.calls()).toBe(6);
  });

  test('adds up: what AWS counts by risk is what was read', async () => {
    const lens = await readLens(openSite(), frameworkLens(), { seed: 7 });
    for (const { riskCounts, questions } of [lens, ...lens.pillars].map((part) => ({
      riskCounts: part.riskCounts,
      questions: 'questions' in part ? part.questions : questionsOf(part),
    }))) {
      for (const [risk, count] of Object.entries(riskCounts)) {
        expect(questions.filter((question) => question.risk === risk)).toHaveLength(count);
      }
    }
  });

  test('has the same identity whether or not AWS puts the version into the ARN', async () => {
    const plain = await readLens(openSite(), frameworkLens(), 'unanswered');
    const versioned = await readLens(openSite(undefined, true), frameworkLens(), 'unanswered');
    expect(versioned.identity).toBe(plain.identity);
  });
});

describe('the workloads of the stand-in', () => {
  test('are listed with owner and risks', async () => {
    const { aws, source } = openSite();
    addLensWorkloads(aws, [frameworkLens()], 'unanswered');
    const workloads = await source.workloads();
    expect(workloads.map(({ name, riskCounts }) => [name, riskCounts.UNANSWERED])).toEqual([
      ['AWS Well-Architected Framework', 57],
    ]);
  });
});

test('a role that trusts another external ID lets nobody in', async () => {
  const error = await failure(openSite('another-external-id').source.workloads());
  expect(error.details).toMatchObject({ code: 'AccessDenied', retryable: false });
  expect(error.message).toMatch(/external ID/);
});

const folder = join(__dirname, '../../../../shared/data/custom-lenses');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const lensFile = z.object({
  pillars: z.array(
    z.object({ questions: z.array(z.object({ choices: z.array(z.object({ id: z.string() })) })) }),
  ),
});

describe('a published custom lens', () => {
  if (files.length === 0) {
    test.skip('(the published custom lenses of ../shared/data are absent)', () => undefined);
    return;
  }
  test.each(files)('%s is read whole: every question, every choice but "none"', async (file) => {
    const path = join(folder, file);
    const written = lensFile
      .parse(JSON.parse(readFileSync(path, 'utf8')))
      .pillars.flatMap(({ questions }) => questions);
    const expected = written.flatMap(({ choices }) => choices).filter(({ id }) => !id.endsWith('_no'));
    const lens = await readLens(openSite(), loadLensFiles([path])[0]!, 'none');
    expect(questionsOf(lens)).toHaveLength(written.length);
    expect(practicesOf(lens)).toHaveLength(expected.length);
    expect(practicesOf(lens).every(({ state, title }) => state === 'open' && title !== '')).toBe(true);
    const links = practicesOf(lens).flatMap(({ guidance }) => guidance);
    expect(links.length).toBeGreaterThan(0);
    expect(links.every(({ url }) => /^https?:/.test(url))).toBe(true);
  });
});
