import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronUpIcon from '@atlaskit/icon/core/chevron-up';
import { projectTexts } from '../../../texts/project';
import type { Column, Order } from './triage-rows';

interface Props {
  readonly column: Column;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

const { triage: words } = projectTexts;

/** A column's name, which sorts by it; a second time the other way round. */
export function SortHeader({ column, order, onOrder }: Props) {
  const isSorted = order.by === column;
  const Icon = order.isDescending ? ChevronDownIcon : ChevronUpIcon;
  return (
    <th
      scope="col"
      className={`triage-${column}`}
      aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className="sort-button"
        onClick={() => onOrder({ by: column, isDescending: isSorted && !order.isDescending })}
      >
        {words.columns[column]}
        {isSorted ? <Icon label="" size="small" /> : null}
      </button>
    </th>
  );
}
