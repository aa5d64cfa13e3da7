import type { TriageRow } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';
import { SortHeader } from './sort-header';
import { TriageLine } from './triage-line';
import { COLUMNS, type Names, type Order } from './triage-rows';

interface Props {
  readonly rows: readonly TriageRow[];
  readonly names: Names;
  /** Today, as `2026-11-22`. */
  readonly day: string;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

const { triage: words } = projectTexts;

/** One page of open best practices. */
export function TriageTable({ rows, names, day, order, onOrder }: Props) {
  return (
    <div className="triage-table" role="region" aria-label={words.table} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHeader key={column} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TriageLine key={row.key} row={row} names={names} day={day} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
