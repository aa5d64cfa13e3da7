import { useId } from 'react';
import Button from '@atlaskit/button/new';
import type { CallFailure } from '../../../bridge/call-failure';
import { refresh } from '../../../data/answers';
import { Failure } from '../../../components/failure';
import { RiskLozenge } from '../../../components/risk-lozenge';
import { Waiting } from '../../../components/waiting';
import { projectTexts } from '../../../texts/project';
import { ChoiceNode } from './choice-node';
import { type ChoiceLens, type LeftOut, type Path, toggle } from './choice';

interface Props {
  readonly lenses: readonly ChoiceLens[];
  readonly failures: ReadonlyMap<string, CallFailure>;
  readonly leftOut: LeftOut;
  /** Paths whose children are shown, each as one text. */
  readonly open: readonly string[];
  readonly onChange: (leftOut: LeftOut) => void;
  readonly onOpen: (open: readonly string[]) => void;
}

interface NodeProps extends Omit<Props, 'lenses' | 'onChange' | 'onOpen'> {
  readonly lens: ChoiceLens;
  readonly onToggle: (path: Path) => void;
  readonly onShow: (path: Path) => void;
}

const { setup } = projectTexts.sync;

/** Lenses, their pillars and questions, each with a box. */
export function ChoiceTree({ lenses, leftOut, open, onChange, onOpen, ...rest }: Props) {
  const id = useId();
  const onShow = (path: Path) => {
    const name = path.join('\n');
    onOpen(open.includes(name) ? open.filter((each) => each !== name) : [...open, name]);
  };
  return (
    <div role="group" aria-labelledby={id} className="stack-tight">
      <div className="row row-apart">
        <span id={id} className="choice-legend">
          {setup.cover}
        </span>
        {leftOut.length > 0 ? (
          <Button spacing="compact" onClick={() => onChange([])}>
            {setup.chooseAll}
          </Button>
        ) : null}
      </div>
      <p className="subtle small">{setup.coverHint}</p>
      <ul className="plain-list">
        {lenses.map((lens) => (
          <LensNode
            key={lens.alias}
            lens={lens}
            leftOut={leftOut}
            open={open}
            onToggle={(path) => onChange(toggle(leftOut, lenses, path))}
            onShow={onShow}
            {...rest}
          />
        ))}
      </ul>
    </div>
  );
}

function LensNode(props: NodeProps) {
  const { lens, leftOut, open, failures, onToggle, onShow } = props;
  const path = [lens.alias];
  const failure = failures.get(lens.alias);
  return (
    <ChoiceNode
      label={lens.name}
      path={path}
      leftOut={leftOut}
      isOpen={open.includes(lens.alias)}
      showLabel={setup.showPillars({ name: lens.name })}
      onToggle={onToggle}
      onShow={onShow}
    >
      {failure ? (
        <Failure
          failure={failure}
          title={setup.questionsFailed}
          onRetry={() => refresh('workload.questions')}
        />
      ) : null}
      <ul className="plain-list choice-children">
        {lens.pillars.map((pillar) => (
          <PillarNode key={pillar.id} {...props} pillar={pillar} />
        ))}
      </ul>
    </ChoiceNode>
  );
}

function PillarNode({
  lens,
  pillar,
  leftOut,
  open,
  failures,
  onToggle,
  onShow,
}: NodeProps & { readonly pillar: ChoiceLens['pillars'][number] }) {
  const path = [lens.alias, pillar.id];
  const questions = lens.questions?.filter(({ pillarId }) => pillarId === pillar.id);
  return (
    <ChoiceNode
      label={pillar.name}
      path={path}
      leftOut={leftOut}
      isOpen={open.includes(path.join('\n'))}
      showLabel={setup.showQuestions({ name: pillar.name })}
      onToggle={onToggle}
      onShow={onShow}
    >
      {!questions && !failures.has(lens.alias) ? (
        <Waiting label={setup.loadingQuestions({ lens: lens.name })} />
      ) : null}
      {questions?.length === 0 ? <p className="subtle">{setup.noQuestions}</p> : null}
      <ul className="plain-list choice-children">
        {questions?.map(({ id, title, risk }) => (
          <ChoiceNode
            key={id}
            label={title}
            path={[...path, id]}
            leftOut={leftOut}
            after={<RiskLozenge risk={risk} />}
            onToggle={onToggle}
          />
        ))}
      </ul>
    </ChoiceNode>
  );
}
