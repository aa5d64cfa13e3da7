import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { RiskLozenge } from '../../../components/risk-lozenge';
import { projectTexts } from '../../../texts/project';
import { Disclosure } from '../disclosure';
import { levels } from '../levels';
import type { Folds } from './plan-folds';
import type { LensNode, PillarNode, PlanTree, QuestionNode } from './plan-tree';

interface Props {
  readonly tree: PlanTree;
  readonly folds: Folds;
}

const { plan: words } = projectTexts.sync;

/** What is made, as it will hang together: Epic, lens, pillar, question, best practice. */
export function PlanTreeView({ tree: { epics, lenses }, folds }: Props) {
  if (epics.length + lenses.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={words.kindHint.create}>
      <Heading as="h3" size="small">
        {words.kinds.create}
      </Heading>
      <ul className="plain-list">
        {epics.map(({ title }) => (
          <li key={title} className="plan-line">
            <Lozenge appearance="discovery">{words.epic}</Lozenge>
            <span>{title}</span>
          </li>
        ))}
        {lenses.map((lens) => (
          <Lens key={lens.id} lens={lens} folds={folds} />
        ))}
      </ul>
    </section>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly folds: Folds;
  readonly after: ReactNode;
  readonly children: () => ReactNode;
  readonly isStrong?: boolean;
}

/** A line that opens; what is below it is drawn only then. */
function Group({ id, title, folds, after, children, isStrong = false }: GroupProps) {
  const isOpen = folds.isOpen(id);
  return (
    <li>
      <div className="plan-line">
        <Disclosure label={title} isOpen={isOpen} onToggle={() => folds.turn(id)} />
        <span className={isStrong ? 'plan-strong' : undefined}>{title}</span>
        {after}
      </div>
      {isOpen ? <ul className="plain-list plan-children">{children()}</ul> : null}
    </li>
  );
}

function Lens({ lens, folds }: { readonly lens: LensNode; readonly folds: Folds }) {
  const title = lens.title === '' ? words.outside : lens.title;
  return (
    <Group id={lens.id} title={title} folds={folds} after={<Makes of={lens} />} isStrong>
      {() => lens.pillars.map((pillar) => <Pillar key={pillar.id} pillar={pillar} folds={folds} />)}
    </Group>
  );
}

function Pillar({ pillar, folds }: { readonly pillar: PillarNode; readonly folds: Folds }) {
  const title = pillar.title === '' ? words.outside : pillar.title;
  return (
    <Group id={pillar.id} title={title} folds={folds} after={<Makes of={pillar} />} isStrong>
      {() =>
        pillar.questions.map((question) => <Question key={question.id} question={question} folds={folds} />)
      }
    </Group>
  );
}

function Question({ question, folds }: { readonly question: QuestionNode; readonly folds: Folds }) {
  const { id, title, risk, isNew, practices } = question;
  const after = (
    <>
      {risk === undefined ? null : <RiskLozenge risk={risk} />}
      {isNew ? <span className="subtle small">{words.newTask}</span> : null}
      {practices.length === 0 ? null : (
        <span className="subtle small">{levels({ epics: 0, tasks: 0, subtasks: practices.length })}</span>
      )}
    </>
  );
  if (practices.length === 0) {
    return (
      <li className="plan-line">
        <span className="plan-gap" />
        <span>{title}</span>
        {after}
      </li>
    );
  }
  return (
    <Group id={id} title={title} folds={folds} after={after}>
      {() =>
        practices.map((practice, index) => (
          <li key={`${practice.choice ?? ''} ${index}`} className="plan-line plan-practice">
            {practice.title}
          </li>
        ))
      }
    </Group>
  );
}

function Makes({
  of: { tasks, subtasks },
}: {
  readonly of: { readonly tasks: number; readonly subtasks: number };
}) {
  return <span className="subtle small">{levels({ epics: 0, tasks, subtasks })}</span>;
}
