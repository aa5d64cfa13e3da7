/** The app's side of AWS against the stand-in's: two readings of the same documents must agree. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  addLensWorkloads,
  type Answered,
  type Aws,
  DEFAULT_ROLE_ARN,
  DEFAULT_USER,
  DEFAULT_USER_ARN,
  frameworkLens,
  type Lens,
  loadLensFiles,
  roleTemplate,
  userTemplate,
} from '../../../sandbox/aws';
import { createSource } from '../../../src/connection/create-source';
import { roleSetup } from '../../../src/connection/setup';
import type { ReviewSource } from '../../../src/wellarchitected/source';
import type { BestPractice, LensReview } from '../../../src/wellarchitected/model';
import { failure } from '../wellarchitected/open-source';
import { CONNECTION, EXTERNAL_ID, KEY } from './a-connection';
import { ON_THE_STAND_IN, openStandIn, type StandIn } from './stand-in-site';

let opened: StandIn | undefined;
afterEach(() => opened?.close());

interface Site {
  readonly aws: Aws;
  readonly source: ReviewSource;
  readonly operations: string[];
}

/** User and role are made by the project's own templates, with the parameters that the app shows. */
function openSite(externalId = EXTERNAL_ID, versionedLensArns = false): Site {
  opened = openStandIn({ versionedLensArns });
  const { admin } = opened.aws;
  admin.deployStack({ template: userTemplate(), parameters: { UserName: DEFAULT_USER.name } });
  admin.createAccessKey(DEFAULT_USER_ARN, DEFAULT_USER);
  const connection = { ...CONNECTION, roleArn: DEFAULT_ROLE_ARN };
  const { parameters } = roleSetup(connection, DEFAULT_USER_ARN);
  admin.deployStack({ template: roleTemplate(), parameters: { ...parameters, ExternalId: externalId } });
  const source = createSource(
    { connection, key: KEY, region: 'us-east-1', runId: 'run', site: 'site' },
    ON_THE_STAND_IN,
  );
  return { aws: opened.aws, source, operations: opened.operations };
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

describe("AWS's own connector", () => {
  test('is off in an account that never set it up, and a workload says what it was given', async () => {
    const { aws, source } = openSite();
    aws.admin.publishLens(frameworkLens());
    const JiraConfiguration = { IssueManagementStatus: 'ENABLED' };
    const { arn } = aws.admin.addWorkload({
      name: 'Shop',
      lenses: ['wellarchitected'],
      details: { JiraConfiguration },
    });
    expect(await source.accountConnector()).toBe('DISABLED');
    expect((await source.workload(arn)).awsConnector).toBe('ENABLED');
  });
});

test('a role that trusts another external ID lets nobody in', async () => {
  const error = await failure(openSite('f'.repeat(32)).source.workloads());
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
