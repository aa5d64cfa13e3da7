import type { ReactNode } from 'react';
import './scroll-table.css';

interface Props {
  /** What the table is of. */
  readonly label: string;
  readonly columns: readonly string[];
  /** Rows. */
  readonly children: ReactNode;
}

/** A table that scrolls sideways within the page where there is no room for it. */
export function ScrollTable({ label, columns, children }: Props) {
  return (
    <div className="scroll-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
