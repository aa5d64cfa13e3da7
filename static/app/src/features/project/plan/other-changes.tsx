import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { Disclosure } from '../disclosure';
import { ChangeLine } from './change-line';
import { foldOfKind, type Folds } from './plan-folds';
import type { groupOthers, OtherChange } from './plan-tree';

interface Props {
  readonly groups: ReturnType<typeof groupOthers>;
  readonly folds: Folds;
}

/** Lines that are drawn at first, and more at each click. */
const STEP = 100;

const { plan: words } = projectTexts.sync;

/** What changes beside what is made, by kind. */
export function OtherChanges({ groups, folds }: Props) {
  return (
    <>
      {groups.map(([kind, changes]) => {
        const id = foldOfKind(kind);
        const isOpen = folds.isOpen(id);
        return (
          <section key={kind} className="stack-tight" aria-label={words.kindHint[kind]}>
            <div className="row">
              <Disclosure label={words.kinds[kind]} isOpen={isOpen} onToggle={() => folds.turn(id)} />
              <Heading as="h3" size="small">
                {words.kinds[kind]}
              </Heading>
              <span className="subtle">{format().number(changes.length)}</span>
            </div>
            {isOpen ? (
              <>
                <p className="subtle small">{words.kindHint[kind]}</p>
                <Lines changes={changes} />
              </>
            ) : null}
          </section>
        );
      })}
    </>
  );
}

function Lines({ changes }: { readonly changes: readonly OtherChange[] }) {
  const [most, setMost] = useState(STEP);
  const rest = changes.length - most;
  return (
    <>
      <ul className="plain-list change-lines">
        {changes.slice(0, most).map((change, index) => (
          <ChangeLine key={`${change.key ?? ''} ${index}`} change={change} />
        ))}
      </ul>
      {rest > 0 ? (
        <div>
          <Button onClick={() => setMost(most + STEP)}>{words.more({ count: Math.min(rest, STEP) })}</Button>
        </div>
      ) : null}
    </>
  );
}
