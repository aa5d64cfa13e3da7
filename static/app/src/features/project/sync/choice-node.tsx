import type { ReactNode } from 'react';
import Checkbox from '@atlaskit/checkbox';
import { Disclosure } from '../disclosure';
import { type LeftOut, markOf, type Path } from './choice';

interface Props {
  readonly label: string;
  readonly path: Path;
  readonly leftOut: LeftOut;
  readonly onToggle: (path: Path) => void;
  /** Beside the label. */
  readonly after?: ReactNode;
  readonly isOpen?: boolean;
  readonly showLabel?: string;
  /** Absent on a node without children. */
  readonly onShow?: (path: Path) => void;
  readonly children?: ReactNode;
}

/** A box with a name, and what is below it. */
export function ChoiceNode({ label, path, leftOut, onToggle, after, children, ...show }: Props) {
  const { isOpen = false, showLabel = label, onShow } = show;
  const mark = markOf(leftOut, path);
  return (
    <li className="choice-node">
      <div className="choice-line">
        {onShow ? (
          <Disclosure label={showLabel} isOpen={isOpen} onToggle={() => onShow(path)} />
        ) : (
          <span className="choice-gap" />
        )}
        <div className="choice-label">
          <Checkbox
            label={label}
            isChecked={mark === 'all'}
            isIndeterminate={mark === 'some'}
            onChange={() => onToggle(path)}
          />
          {after}
        </div>
      </div>
      {isOpen ? children : null}
    </li>
  );
}
