import type { IssueInReview } from '../../../../../src/contract';
import { issueTexts } from '../../texts/issue';

const words = issueTexts;

/** Workload, lens, pillar, question, practice: from the outside in, as far down as the issue goes. */
export function Where({
  position: { workload, lens, pillar, question, practice },
}: {
  readonly position: IssueInReview;
}) {
  const steps = [
    [words.levels.epic, workload.name],
    [words.lens, lens],
    [words.pillar, pillar],
    [words.levels.task, question?.title],
    [words.levels.subtask, practice?.title],
  ] as const;
  const known = steps.filter((step): step is typeof step & [string, string] => step[1] !== undefined);
  return (
    <section aria-labelledby="where">
      <h2 id="where">{words.where}</h2>
      <dl className="where">
        {known.map(([name, title]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
