import { projectTexts } from '../../../texts/project';
import type { ShownRow } from './practices';
import { SortHeader } from './sort-header';
import { TriageLine } from './triage-line';
import { COLUMNS, type Order } from './triage-rows';

interface Props {
  readonly rows: readonly ShownRow[];
  /** Today, as `2026-11-22`. */
  readonly day: string;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

const { triage: words } = projectTexts;

/** The rows that have come by now. */
export function TriageTable({ rows, day, order, onOrder }: Props) {
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
            <TriageLine key={row.issue.id} row={row} day={day} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
