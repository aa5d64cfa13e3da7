import Button from '@atlaskit/button/new';
import type { Remark } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';
import type { Decisions, Proposed } from './use-decisions';

interface Props {
  readonly remarks: readonly Remark[];
  readonly decisions: Decisions;
}

type Kind = Proposed['kind'];

const { proposals: words } = projectTexts.sync;

/** Takes or leaves all proposals of a kind, where there are several: those too that are not drawn yet. */
export function ProposalsAtOnce({ remarks, decisions }: Props) {
  return (
    <>
      {[...ofKinds(remarks)]
        .filter(([, proposed]) => proposed.length > 1)
        .map(([kind, proposed]) => (
          <AllOfKind key={kind} kind={kind} proposed={proposed} decisions={decisions} />
        ))}
    </>
  );
}

interface AllProps extends Pick<Props, 'decisions'> {
  readonly kind: Kind;
  readonly proposed: readonly Proposed[];
}

function AllOfKind({ kind, proposed, decisions }: AllProps) {
  const count = proposed.length;
  return (
    <div className="row" role="group" aria-label={words.allOf({ choice: words.take[kind] })}>
      {[true, false].map((take) => {
        const isPressed = proposed.every((each) => decisions.taken(each) === take);
        return (
          <Button
            key={String(take)}
            spacing="compact"
            isSelected={isPressed}
            aria-pressed={isPressed}
            onClick={() => decisions.take(proposed, take)}
          >
            {(take ? words.takeAll : words.leaveAll)[kind]({ count })}
          </Button>
        );
      })}
    </div>
  );
}

/** Proposals of issues that the reader may see, by kind, in the order of the list. */
function ofKinds(remarks: readonly Remark[]): ReadonlyMap<Kind, readonly Proposed[]> {
  const kinds = new Map<Kind, Proposed[]>();
  for (const { key, proposal } of remarks) {
    if (key === undefined || proposal === undefined) continue;
    kinds.set(proposal.kind, [...(kinds.get(proposal.kind) ?? []), { ...proposal, issueKey: key }]);
  }
  return kinds;
}
