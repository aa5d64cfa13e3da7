import type { ReactNode } from 'react';
import './wide-table.css';

interface Props {
  /** What the table is of. */
  readonly label: string;
  readonly columns: readonly string[];
  /** `WideRow`s. */
  readonly children: ReactNode;
}

/** A table whose rows become blocks where there is no room for columns. The roles are the same there. */
export function WideTable({ label, columns, children }: Props) {
  return (
    <table className="wide-table" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

/** A cell for each column. */
export function WideRow({ cells }: { readonly cells: readonly ReactNode[] }) {
  return (
    <tr role="row">
      {cells.map((cell, index) => (
        <td key={index} role="cell">
          {cell}
        </td>
      ))}
    </tr>
  );
}
