import Button from '@atlaskit/button/new';
import type { Remark } from '../../../../../../src/contract';
import { IssueLink } from '../../../components/issue-link';
import { textOf } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { capital } from '../../../components/capital';
import { settleKey } from '../../runs/settle-key';
import { ProposalChoice } from './proposal-choice';
import type { Decisions, Keep } from './use-decisions';
import { sayReason } from '../../../texts/reasons';

interface Props {
  readonly remark: Remark;
  readonly decisions: Decisions | undefined;
}

const { remarks, result: words } = projectTexts.sync;

const SIDES = [
  { keep: 'aws', label: () => words.keepAws },
  { keep: 'jira', label: () => words.keepJira },
] as const satisfies readonly { readonly keep: Keep; readonly label: () => string }[];

/** One remark: of what, why, the texts that differ, and what to do. */
export function RemarkItem({ remark, decisions }: Props) {
  const { key, title, code, texts: differing = [], settledBy = [], proposal } = remark;
  const settles = decisions && settleKey(remark);
  const fix = textOf(remarks.fix, code);
  return (
    <li className="remark">
      <p className="remark-title">
        {key === undefined ? null : (
          <>
            <IssueLink issueKey={key} />{' '}
          </>
        )}
        {title}
      </p>
      <p>{capital(sayReason(remark))}</p>
      {differing.map((text) => (
        <DifferingText key={text.field} text={text} />
      ))}
      {fix === undefined ? null : <p className="subtle">{fix}</p>}
      {proposal === undefined || key === undefined || decisions === undefined ? null : (
        <ProposalChoice proposed={{ ...proposal, issueKey: key }} title={title} decisions={decisions} />
      )}
      {settles === undefined ? null : (
        <Settle issueKey={settles} title={title} decisions={decisions} settledBy={settledBy} />
      )}
    </li>
  );
}

interface SettleProps {
  readonly issueKey: string;
  readonly title: string;
  readonly decisions: Decisions | undefined;
  readonly settledBy: readonly Keep[];
}

function Settle({ issueKey, title, decisions, settledBy }: SettleProps) {
  const kept = decisions?.of(issueKey);
  return (
    <div className="row" role="group" aria-label={words.settleOf({ title: `${issueKey} ${title}` })}>
      <span>{words.settle}</span>
      {SIDES.filter(({ keep }) => settledBy.includes(keep)).map(({ keep, label }) => (
        <Button
          key={keep}
          spacing="compact"
          isSelected={kept === keep}
          aria-pressed={kept === keep}
          onClick={() => decisions?.decide(issueKey, keep)}
        >
          {label()}
        </Button>
      ))}
    </div>
  );
}

type Differing = NonNullable<Remark['texts']>[number];

/** Old, new and theirs, side by side where there is room. */
function DifferingText({ text }: { readonly text: Differing }) {
  const name = words.text[text.field];
  const sides = [
    ...(text.old === undefined ? [] : [{ label: words.old, value: text.old }]),
    { label: words.now, value: text.new },
    { label: words.theirs, value: text.theirs },
  ];
  return (
    <div className="texts">
      {sides.map(({ label, value }) => (
        <div key={label} className="text-side">
          <p className="small subtle">{`${name}: ${label}`}</p>
          <div className="text-value" role="region" tabIndex={0} aria-label={`${name}: ${label}`}>
            {value}
          </div>
        </div>
      ))}
    </div>
  );
}
