import Button from '@atlaskit/button/new';
import { projectTexts } from '../../../texts/project';
import type { Decisions, Proposed } from './use-decisions';

interface Props {
  readonly proposed: Proposed;
  readonly title: string;
  readonly decisions: Decisions;
}

const { proposals: words } = projectTexts.sync;

/** Whether the plan does what it proposes of an issue; what differs from that is a decision for the next preview. */
export function ProposalChoice({ proposed, title, decisions }: Props) {
  const taken = decisions.taken(proposed);
  return (
    <div className="row" role="group" aria-label={words.of({ title: `${proposed.issueKey} ${title}` })}>
      {[true, false].map((take) => (
        <Button
          key={String(take)}
          spacing="compact"
          isSelected={taken === take}
          aria-pressed={taken === take}
          onClick={() => decisions.take([proposed], take)}
        >
          {take ? words.take[proposed.kind] : words.leave[proposed.kind]}
        </Button>
      ))}
    </div>
  );
}
