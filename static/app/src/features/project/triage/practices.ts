/** Open best practices as the app has them stored, one by one. Pure. */
import type { RiskLevel, TriageIndex, TriageRow } from '../../../../../../src/contract';
import { lensIdOf } from '../workload-arn';

export interface Practice {
  /** Of its issue. */
  readonly id: string;
  readonly title: string;
  readonly workloadArn: string;
  readonly workload: string;
  /** Identity, as issues carry it. */
  readonly lens: string;
  readonly lensName: string;
  /** Label, as issues carry it. */
  readonly pillar: string;
  readonly pillarName: string;
  readonly question: string;
  /** Id of the question's Task. */
  readonly task?: string;
  readonly risk?: RiskLevel;
}

/** A best practice that is open in Jira too, and that the reader may see. */
export interface ShownRow {
  readonly practice: Practice;
  readonly issue: TriageRow;
}

type Page = Pick<TriageIndex, 'workloads' | 'texts'>;

/** Those of all pages, each issue once. */
export function practicesOf(pages: readonly Page[]): readonly Practice[] {
  const found = new Map<string, Practice>();
  for (const { workloads, texts } of pages)
    for (const practice of workloads.flatMap((workload) => inWorkload(workload, texts)))
      found.set(practice.id, practice);
  return [...found.values()];
}

function inWorkload(
  { arn, name, lenses }: Page['workloads'][number],
  texts: readonly string[],
): readonly Practice[] {
  const textAt = (place: number) => texts[place] ?? '';
  return lenses.flatMap((lens) =>
    lens.pillars.flatMap((pillar) =>
      pillar.questions.flatMap(({ title, task, risk, issues }) =>
        issues.map(([id, text]) => ({
          ...{ id, title: textAt(text), workloadArn: arn, workload: name },
          ...{ lens: lens.identity, lensName: lens.name || lensIdOf(lens.identity) },
          ...{ pillar: pillar.label, pillarName: pillar.name || pillar.label },
          question: textAt(title),
          ...(task === undefined ? {} : { task }),
          ...(risk === undefined ? {} : { risk }),
        })),
      ),
    ),
  );
}
