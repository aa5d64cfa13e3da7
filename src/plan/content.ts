/** What an issue says: title, description and labels, all from the review. */
import { bulletList, doc, heading, link, paragraph, paragraphs, strong, text } from '../jira/adf/builder';
import { fingerprint } from '../jira/adf/fingerprint';
import { OWNED_LABEL, pillarLabel } from '../jira/labels';
import type { AdfDocument, AdfNode } from '../jira/model';
import { toSummary } from '../jira/summary';
import { consoleLink } from '../wellarchitected/console-link';
import type { BestPractice, Link, Review, Risk } from '../wellarchitected/model';
import type { Content, Place } from './entry';
import { hash } from '../hash';
import { riskTable } from './risk-table';

/** The Epic: the workload, where it runs, who reviews it, and its risks by lens and pillar. */
export function contentOfEpic(review: Review): Content {
  const { workload } = review;
  const facts: readonly (readonly [string, string])[] = [
    ['Environment', workload.environment?.toLowerCase() ?? ''],
    ['AWS account', workload.owner],
    ['Accounts in scope', workload.accountIds.join(', ')],
    ['Regions', [...workload.awsRegions, ...workload.nonAwsRegions].join(', ')],
    ['Review owner', workload.reviewOwner ?? ''],
  ];
  const description = doc(
    paragraph(text('AWS Well-Architected review of this workload.')),
    bulletList(
      ...facts.filter(([, value]) => value).map(([name, value]) => [strong(`${name}: `), text(value)]),
    ),
    heading(3, text('Questions by risk')),
    ...riskTable(review.lenses),
    paragraph(link('Open in the AWS Well-Architected Tool', consoleLink(consolePlace(review)))),
  );
  return content(workload.name, description, undefined);
}

/** A Task: the question, its risk, and where to read on. */
export function contentOfTask(review: Review, place: Place): Content {
  const { lens, pillar, question } = place;
  const description = doc(
    paragraph(text(question.title)),
    paragraph(strong('Where: '), text(`${review.workload.name} › ${lens.name} › ${pillar.name}`)),
    paragraph(strong('Risk: '), text(riskWords(question.risk))),
    ...guidance(question.guidance),
    paragraph(link('Answer in the AWS Well-Architected Tool', consoleLink(consolePlace(review, place)))),
  );
  return content(question.title, description, pillar.name);
}

/** A Sub-task: the best practice, what it means, the question's risk, and how to get there. */
export function contentOfSubtask(review: Review, place: Place, practice: BestPractice): Content {
  const { lens, pillar, question } = place;
  const description = doc(
    ...paragraphs(practice.description ?? practice.title),
    paragraph(
      strong('Where: '),
      text(`${review.workload.name} › ${lens.name} › ${pillar.name} › ${question.title}`),
    ),
    paragraph(strong('Risk of the question: '), text(riskWords(question.risk))),
    ...guidance(practice.guidance),
    paragraph(link('Answer in the AWS Well-Architected Tool', consoleLink(consolePlace(review, place)))),
  );
  return content(practice.title, description, pillar.name);
}

/** Hash of what a reader of a description sees; equal for what was sent and what Jira gives back. */
export function descriptionHash(description: AdfDocument | undefined): string {
  return hash(fingerprint(description));
}

/** The words of a description, for a person who compares two of them; at most 1,000 characters. */
export function plainText(description: AdfDocument | undefined): string {
  const words = (node: AdfNode): string => node.text ?? (node.content ?? []).map(words).join('');
  return (description?.content ?? []).map(words).join('\n').slice(0, 1000);
}

function content(title: string, description: AdfDocument, pillarName: string | undefined): Content {
  const pillar = pillarName === undefined ? undefined : pillarLabel(pillarName);
  return {
    summary: toSummary(title),
    description,
    descriptionHash: descriptionHash(description),
    labels: pillar === undefined ? [OWNED_LABEL] : [OWNED_LABEL, pillar],
    pillarLabel: pillar,
  };
}

function guidance(links: readonly Link[]) {
  if (links.length === 0) return [];
  return [
    heading(3, text('Guidance')),
    bulletList(...links.map(({ text: words, url }) => [link(words, url)])),
  ];
}

function consolePlace({ workload }: Review, place?: Place) {
  return {
    region: workload.region,
    owner: workload.owner,
    workloadId: workload.id,
    ...(place
      ? { lensAlias: place.lens.alias, pillarId: place.pillar.id, questionId: place.question.id }
      : {}),
  };
}

function riskWords(risk: Risk): string {
  switch (risk) {
    case 'HIGH':
      return 'high';
    case 'MEDIUM':
      return 'medium';
    case 'NONE':
      return 'none';
    case 'UNANSWERED':
      return 'not answered yet';
    case 'NOT_APPLICABLE':
      return 'not applicable';
  }
}
