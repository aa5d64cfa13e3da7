import { useDeferredValue, useMemo, useState } from 'react';
import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import type { RunOutcome } from '../../../../../../src/contract';
import { Failure } from '../../../components/failure';
import { Field } from '../../../components/field';
import { useDraft } from '../../../data/use-draft';
import { projectTexts } from '../../../texts/project';
import { KindToggles } from './kind-toggles';
import { OtherChanges } from './other-changes';
import { buildPlanTree, countKinds, filterChanges, groupOthers, type PlanFilter } from './plan-tree';
import { usePlan } from './use-plan';
import { PlanTreeView } from './plan-tree-view';
import { foldIds, startsOpen } from './plan-folds';

interface Props {
  readonly runId: string;
  readonly outcome: RunOutcome;
}

const NO_FILTER: PlanFilter = { without: [], text: '' };

const { plan: words } = projectTexts.sync;

/** All changes of a plan, with filters. Groups draw what is in them when they are opened. */
export function PlanChanges({ runId, outcome }: Props) {
  const { changes: items, isComplete, failure, goOn } = usePlan(runId);
  const draft = useDraft(`plan-filter:${runId}`, NO_FILTER);
  const filter = useDeferredValue(draft.value);
  const shown = useMemo(() => filterChanges(items, filter), [items, filter]);
  const counts = useMemo(() => countKinds(items), [items]);
  return (
    <section className="panel" aria-label={words.filters}>
      <div className="plan-filters">
        <KindToggles
          counts={counts}
          without={draft.value.without}
          onChange={(without) => draft.set({ ...draft.value, without })}
        />
        <Field label={words.search} hint={words.searchHint}>
          {({ id, describedBy }) => (
            <Textfield
              isCompact
              id={id}
              aria-describedby={describedBy}
              value={draft.value.text}
              onChange={(event) => draft.set({ ...draft.value, text: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <div className="row row-apart subtle">
        <p role="status">
          {isComplete || failure
            ? shownWords(shown.length, items.length)
            : words.loading({ count: items.length })}
        </p>
        {outcome.planned.unchanged > 0 ? <p>{words.stay({ count: outcome.planned.unchanged })}</p> : null}
      </div>
      {failure ? <Failure failure={failure} title={words.loadFailed} onRetry={goOn} /> : null}
      {isComplete && shown.length === 0 ? (
        <div className="row">
          <p>{words.noMatch}</p>
          <Button onClick={() => draft.set(NO_FILTER)}>{words.clear}</Button>
        </div>
      ) : (
        <Folding changes={shown} isFiltered={filter.text.trim() !== ''} />
      )}
    </section>
  );
}

function shownWords(shown: number, all: number): string {
  return shown === all ? words.all({ count: all }) : words.shown({ shown, all });
}

interface FoldingProps {
  readonly changes: ReturnType<typeof filterChanges>;
  readonly isFiltered: boolean;
}

/** What is folded is remembered against what starts open, so that a filter may open what it finds. */
function Folding({ changes, isFiltered }: FoldingProps) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const tree = useMemo(() => buildPlanTree(changes), [changes]);
  const others = useMemo(() => groupOthers(changes), [changes]);
  const isOpenAtFirst = startsOpen(tree, others, isFiltered);
  const ids = useMemo(() => foldIds(tree, others), [tree, others]);
  const folds = {
    isOpen: (id: string) => isOpenAtFirst(id) !== turned.has(id),
    turn(id: string) {
      const next = new Set(turned);
      if (!next.delete(id)) next.add(id);
      setTurned(next);
    },
  };
  const setAll = (isOpen: boolean) => setTurned(new Set(ids.filter((id) => isOpenAtFirst(id) !== isOpen)));
  return (
    <>
      <div className="row">
        <Button spacing="compact" onClick={() => setAll(true)}>
          {words.expand}
        </Button>
        <Button spacing="compact" onClick={() => setAll(false)}>
          {words.collapse}
        </Button>
      </div>
      <PlanTreeView tree={tree} folds={folds} />
      <OtherChanges groups={others} folds={folds} />
    </>
  );
}
