/** What an issue says: title, description and labels, all from the review. */
import { bulletList, doc, heading, link, paragraph, paragraphs, strong, text } from '../jira/adf/builder';
import { OWNED_LABEL, pillarLabel } from '../jira/labels';
import type { AdfDocument } from '../jira/model';
import { toSummary } from '../jira/summary';
import { descriptionHash } from '../plan/description';
import { canonicalJson, hash } from '../hash';
import { consoleLink } from '../wellarchitected/console-link';
import type { BestPractice, GuidanceLink, Review } from '../wellarchitected/model';
import { issueFirst } from '../../words/en/issue-first';
import type { QuestionPath, ReviewContent } from './entry';
import { riskTable } from './risk-table';
import { riskWords, type IssueWords } from './issue-words';

/** The Epic: the workload, where it runs, who reviews it, and its risks by lens and pillar. */
export function contentOfEpic({ workload, lenses }: Review, words: IssueWords): ReviewContent {
  const facts = {
    environment: workload.environment?.toLowerCase() ?? '',
    account: workload.owner,
    accounts: workload.accountIds.join(', '),
    regions: [...workload.awsRegions, ...workload.nonAwsRegions].join(', '),
    reviewOwner: workload.reviewOwner ?? '',
  };
  const risks = lenses.map(({ name, version, riskCounts, pillars }) => ({
    name,
    version,
    riskCounts,
    pillars: pillars.map((pillar) => ({ name: pillar.name, riskCounts: pillar.riskCounts })),
  }));
  const url = consoleLink(consolePlace(workload));
  const FACTS = ['environment', 'account', 'accounts', 'regions', 'reviewOwner'] as const;
  const describe = (said: IssueWords) =>
    doc(
      paragraph(text(said.review)),
      bulletList(
        ...FACTS.filter((fact) => facts[fact]).map((fact) => [strong(`${said[fact]}: `), text(facts[fact])]),
      ),
      heading(3, text(said.questionsByRisk)),
      ...riskTable(risks, said),
      paragraph(link(said.openReview, url)),
    );
  return content(workload.name, undefined, { values: { facts, risks, url }, describe, words });
}

/** A Task: the question, its risk, and where to read on. */
export function contentOfTask(review: Review, path: QuestionPath, words: IssueWords): ReviewContent {
  const { lens, pillar, question } = path;
  const where = [review.workload.name, lens.name, pillar.name];
  const url = consoleLink(consolePlace(review.workload, path));
  const { title, risk, guidance } = question;
  const describe = (said: IssueWords) =>
    doc(
      paragraph(text(title)),
      paragraph(strong(`${said.where}: `), text(where.join(' › '))),
      paragraph(strong(`${said.risk}: `), text(riskWords(risk, said))),
      ...guidanceList(guidance, said),
      paragraph(link(said.answer, url)),
    );
  return content(title, pillar.name, { values: { title, where, risk, guidance, url }, describe, words });
}

/** A Sub-task: the best practice, what it means, the question's risk, and how to get there. */
export function contentOfSubtask(
  review: Review,
  path: QuestionPath,
  practice: BestPractice,
  words: IssueWords,
): ReviewContent {
  const { lens, pillar, question } = path;
  const where = [review.workload.name, lens.name, pillar.name, question.title];
  const url = consoleLink(consolePlace(review.workload, path));
  const meaning = practice.description ?? practice.title;
  const { risk } = question;
  const { guidance } = practice;
  const describe = (said: IssueWords) =>
    doc(
      ...paragraphs(meaning),
      paragraph(strong(`${said.where}: `), text(where.join(' › '))),
      paragraph(strong(`${said.riskOfQuestion}: `), text(riskWords(risk, said))),
      ...guidanceList(guidance, said),
      paragraph(link(said.answer, url)),
    );
  return content(practice.title, pillar.name, {
    values: { meaning, where, risk, guidance, url },
    describe,
    words,
  });
}

/** A description as it can be said in any words, and the values that it says. */
interface Sayable {
  readonly values: unknown;
  readonly describe: (words: IssueWords) => AdfDocument;
  readonly words: IssueWords;
}

function content(
  title: string,
  pillarName: string | undefined,
  { values, describe, words }: Sayable,
): ReviewContent {
  const pillar = pillarName === undefined ? undefined : pillarLabel(pillarName);
  const description = describe(words);
  const written = descriptionHash(description);
  const isFirst = canonicalJson(words) === FIRST;
  return {
    summary: toSummary(title),
    description,
    descriptionHash: written,
    values: hash(canonicalJson(values)),
    hashOfBefore: isFirst ? written : descriptionHash(describe(issueFirst)),
    labels: pillar === undefined ? [OWNED_LABEL] : [OWNED_LABEL, pillar],
    pillarLabel: pillar,
  };
}

const FIRST = canonicalJson(issueFirst);

function guidanceList(links: readonly GuidanceLink[], words: IssueWords) {
  if (links.length === 0) return [];
  return [
    heading(3, text(words.guidance)),
    bulletList(...links.map(({ text: name, url }) => [link(name, url)])),
  ];
}

function consolePlace(workload: Review['workload'], path?: QuestionPath) {
  return {
    region: workload.region,
    owner: workload.owner,
    workloadId: workload.id,
    ...(path ? { lensAlias: path.lens.alias, pillarId: path.pillar.id, questionId: path.question.id } : {}),
  };
}
