import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { type ChangeKind, KINDS } from './plan-tree';

interface Props {
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Kinds that are not shown. */
  readonly without: readonly ChangeKind[];
  readonly onChange: (without: readonly ChangeKind[]) => void;
}

const { plan: words } = projectTexts.sync;

/** How many changes of each kind a plan has; each is a switch that shows or hides them. */
export function KindToggles({ counts, without, onChange }: Props) {
  return (
    <div className="row" role="group" aria-label={words.filters}>
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
        const isShown = !without.includes(kind);
        return (
          <button
            key={kind}
            type="button"
            className={`kind-toggle kind-${kind}`}
            aria-pressed={isShown}
            title={words.kindHint[kind]}
            onClick={() => onChange(isShown ? [...without, kind] : without.filter((each) => each !== kind))}
          >
            <span className="kind-count">{format().number(counts[kind])}</span> {words.kinds[kind]}
          </button>
        );
      })}
    </div>
  );
}
