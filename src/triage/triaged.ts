/** What triage lists, made of links and of the review that a run has read. Pure. */
import type { Identity } from '../jira/model';
import { OWNED_LABEL, pillarLabel } from '../jira/labels';
import type { Link } from '../review-entries/link';
import type { Pillar, Question, Review } from '../wellarchitected/model';
import type { Triaged, TriagedLens, TriagedPillar, TriagedQuestion } from './triage-store';

/** What lenses and pillars are called, where that is remembered. */
export interface KnownNames {
  readonly lenses: readonly {
    readonly identity: string;
    readonly name: string;
    readonly pillars: readonly { readonly name: string }[];
  }[];
}

export interface TriageFacts {
  readonly projectId: string;
  /** All links of the workload, or of one question. */
  readonly links: readonly Link[];
  /** Whether the issue of a best practice is to be listed: open, and in the project. */
  readonly isListed: (link: Link) => boolean;
  /** What was read of the review; `undefined`: nothing. */
  readonly review: Pick<Review, 'lenses'> | undefined;
  readonly names?: KnownNames | undefined;
}

/**
 * Best practices in the review's order, those that it does not have after them, by issue. What a review does not tell
 * is taken from links: titles are those that the app last wrote, pillars are told by the label.
 */
export function triagedOf({ projectId, links, isListed, review, names }: TriageFacts): Triaged {
  const tree = new Tree(links, names ?? review);
  const rest = new Map(
    links.filter((link) => link.identity.choice !== undefined && isListed(link)).map((l) => [keyOf(l), l]),
  );
  for (const lens of review?.lenses ?? [])
    for (const pillar of lens.pillars)
      for (const question of pillar.questions)
        for (const { id, title } of question.practices) {
          const key = keyFor(lens.identity, question.id, id);
          const link = rest.get(key);
          if (link) tree.add(link, title, { pillar, question });
          rest.delete(key);
        }
  const left = [...rest.values()].sort((a, b) => Number(a.issueId) - Number(b.issueId));
  for (const link of left) tree.add(link, link.summary, undefined);
  return { projectId, lenses: tree.lenses };
}

/**
 * As `before`, with one question as it is now, in its place and by the titles that are known of it.
 *
 * @param now what `triagedOf` made of that question alone
 */
export function withQuestion(before: Triaged, { lens = '', question = '' }: Identity, now: Triaged): Triaged {
  const [pillar] = now.lenses.flatMap(({ pillars }) => pillars);
  const [told] = pillar?.questions ?? [];
  const isIt = (each: TriagedQuestion) => each.id === question;
  const known = before.lenses.find(({ identity }) => identity === lens);
  const isThere = known?.pillars.some(({ questions }) => questions.some(isIt)) ?? false;
  const changed = isThere
    ? replaced(before.lenses, lens, isIt, told)
    : [...(pillar && told ? withPillar(before.lenses, lens, pillar) : before.lenses)];
  return { projectId: now.projectId, lenses: changed };
}

/** What is left empty goes. */
function replaced(
  lenses: readonly TriagedLens[],
  identity: string,
  isIt: (each: TriagedQuestion) => boolean,
  told: TriagedQuestion | undefined,
): TriagedLens[] {
  const inPlace = (each: TriagedQuestion) => (!isIt(each) ? [each] : told ? [retold(each, told)] : []);
  return lenses.flatMap((lens) => {
    if (lens.identity !== identity) return [lens];
    const pillars = lens.pillars.flatMap((pillar) => {
      const questions = pillar.questions.flatMap(inPlace);
      return questions.length > 0 ? [{ ...pillar, questions }] : [];
    });
    return pillars.length > 0 ? [{ ...lens, pillars }] : [];
  });
}

/** By the titles of before: one question's run knows none but those that the app wrote. */
function retold({ title, issues }: TriagedQuestion, now: TriagedQuestion): TriagedQuestion {
  const titles = new Map(issues);
  return {
    ...{ ...now, title },
    issues: now.issues.map(([id, text]): [string, string] => [id, titles.get(id) ?? text]),
  };
}

/** With a pillar's question that was not listed, after the others. */
function withPillar(
  lenses: readonly TriagedLens[],
  identity: string,
  { label, name, questions }: TriagedPillar,
): TriagedLens[] {
  const lens = lenses.find((each) => each.identity === identity);
  if (!lens) return [...lenses, { identity, name: '', pillars: [{ label, name, questions }] }];
  const there = lens.pillars.find((pillar) => pillar.label === label);
  const pillars = there
    ? lens.pillars.map((each) =>
        each === there ? { ...each, questions: [...each.questions, ...questions] } : each,
      )
    : [...lens.pillars, { label, name, questions }];
  return lenses.map((each) => (each === lens ? { ...each, pillars } : each));
}

interface Building {
  readonly identity: string;
  readonly name: string;
  readonly pillars: { readonly label: string; readonly name: string; readonly questions: Asked[] }[];
}

type Asked = TriagedQuestion & { readonly issues: [string, string][] };

/** Lenses, pillars and questions in the order in which their best practices come. */
class Tree {
  readonly lenses: Building[] = [];
  private readonly tasks: ReadonlyMap<string, Link>;

  constructor(
    links: readonly Link[],
    private readonly names: KnownNames | undefined,
  ) {
    const tasks = links.filter(({ identity: { question, choice } }) => question !== undefined && !choice);
    this.tasks = new Map(tasks.map((link) => [keyOf(link), link]));
  }

  add(link: Link, title: string, place: { pillar: Pillar; question: Question } | undefined): void {
    const { lens: identity = '', question: id = '' } = link.identity;
    const label = place && place.pillar.name !== '' ? pillarLabel(place.pillar.name) : labelOf(link);
    const lens = firstOr(
      this.lenses,
      (each) => each.identity === identity,
      () => ({
        ...{ identity, name: this.lensNamed(identity)?.name ?? '', pillars: [] },
      }),
    );
    const pillar = firstOr(
      lens.pillars,
      (each) => each.label === label,
      () => ({
        ...{ label, name: this.pillarNamed(identity, label), questions: [] },
      }),
    );
    const question = firstOr(
      pillar.questions,
      (each) => each.id === id,
      () => {
        const task = this.tasks.get(keyFor(identity, id, undefined));
        return {
          ...{ id, title: place?.question.title ?? task?.summary ?? '' },
          ...(task ? { task: task.issueId } : {}),
          ...(place ? { risk: place.question.risk } : {}),
          issues: [],
        };
      },
    );
    question.issues.push([link.issueId, title]);
  }

  private lensNamed(identity: string) {
    return this.names?.lenses.find((lens) => lens.identity === identity);
  }

  private pillarNamed(lens: string, label: string): string {
    const named = this.lensNamed(lens)?.pillars.find(
      ({ name }) => name !== '' && pillarLabel(name) === label,
    );
    return named?.name ?? '';
  }
}

function firstOr<T>(items: T[], isIt: (item: T) => boolean, make: () => T): T {
  const found = items.find(isIt);
  if (found) return found;
  const made = make();
  items.push(made);
  return made;
}

/** The app gives an issue two labels: one of its own, and the pillar's. */
function labelOf({ labels, pillar = '' }: Link): string {
  return labels.find((label) => label !== OWNED_LABEL) ?? pillarLabel(pillar);
}

function keyOf({ identity: { lens = '', question = '', choice } }: Link): string {
  return keyFor(lens, question, choice);
}

function keyFor(lens: string, question: string, choice: string | undefined): string {
  return JSON.stringify([lens, question, choice]);
}
