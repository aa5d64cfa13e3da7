/** What triage lists, with each text once: reviews of the same lens say the same. Pure. */
import type { TriagedWorkload } from '../contract/issues';
import type { ListedWorkload } from '../linked-workloads/roster';
import type { Triaged, TriagedQuestion } from '../triage/triage-store';

/** Workloads as pages take them, and the texts that these name. */
export class TriageTexts {
  readonly texts: string[] = [];
  private readonly places = new Map<string, number>();

  /** @param triaged `undefined`: nothing is listed of it */
  toWorkload({ workloadArn, name }: ListedWorkload, triaged: Triaged | undefined): TriagedWorkload {
    const lenses = (triaged?.lenses ?? []).map((lens) => ({
      ...{ identity: lens.identity, name: lens.name },
      pillars: lens.pillars.map((pillar) => ({
        ...{ label: pillar.label, name: pillar.name },
        questions: pillar.questions.map((question) => this.toQuestion(question)),
      })),
    }));
    return { arn: workloadArn, name, lenses };
  }

  private toQuestion({ title, task, risk, issues }: TriagedQuestion) {
    return {
      title: this.placeOf(title),
      ...(task === undefined ? {} : { task }),
      ...(risk === undefined ? {} : { risk }),
      issues: issues.map(([id, text]): [string, number] => [id, this.placeOf(text)]),
    };
  }

  private placeOf(text: string): number {
    const place = this.places.get(text) ?? this.texts.push(text) - 1;
    this.places.set(text, place);
    return place;
  }
}

/** How many best practices are listed. */
export function countOf(triaged: Triaged | undefined): number {
  let count = 0;
  for (const { pillars } of triaged?.lenses ?? [])
    for (const { questions } of pillars) for (const { issues } of questions) count += issues.length;
  return count;
}
