/** Where the bars of the risk chart stand. Pure: numbers in, pixels out. */

export interface BarRow {
  readonly name: string;
  readonly high: number;
  readonly medium: number;
  readonly unanswered: number;
}

export interface Segment {
  readonly level: 'HIGH' | 'MEDIUM';
  readonly count: number;
  readonly x: number;
  readonly width: number;
}

export interface Bar {
  readonly name: string;
  /** Questions that may still turn out to be risks. */
  readonly unanswered: number;
  readonly segments: readonly Segment[];
  readonly label: { readonly x: number; readonly y: number };
  readonly y: number;
  /** Middle of the bar, for the numbers in it. */
  readonly middle: number;
}

export interface Geometry {
  readonly bars: readonly Bar[];
  readonly barX: number;
  readonly height: number;
}

export const BAR_HEIGHT = 20;
const GAP = 8;
const LABEL_HEIGHT = 18;
const LABEL_WIDTH = 184;
/** Narrower than this, names stand above their bars. */
const NARROW = 420;
/** A segment is never too small for its number: 7 pixels a digit and some air. */
const DIGIT = 8;
const AIR = 10;

/**
 * Bars of one chart on one scale: the most risky pillar takes the whole width, unless `most` says that
 * another chart beside this one has a longer bar. What is zero has no segment.
 *
 * @param width of the chart, in pixels
 */
export function barGeometry(rows: readonly BarRow[], width: number, most = mostOf(rows)): Geometry {
  const isNarrow = width < NARROW;
  const barX = isNarrow ? 0 : LABEL_WIDTH;
  const room = Math.max(0, width - barX);
  const rowHeight = BAR_HEIGHT + GAP + (isNarrow ? LABEL_HEIGHT : 0);
  const bars = rows.map((row, index) => {
    const top = index * rowHeight;
    const y = top + (isNarrow ? LABEL_HEIGHT : 0);
    const middle = y + BAR_HEIGHT / 2;
    const label = isNarrow ? { x: 0, y: top + LABEL_HEIGHT / 2 } : { x: 0, y: middle };
    const { name, unanswered } = row;
    return { name, unanswered, segments: segmentsOf(row, barX, room, most), label, y, middle };
  });
  return { bars, barX, height: Math.max(0, rows.length * rowHeight - GAP) };
}

/** The longest bar, in risks. */
export function mostOf(rows: readonly BarRow[]): number {
  return Math.max(0, ...rows.map(({ high, medium }) => high + medium));
}

function segmentsOf({ high, medium }: BarRow, barX: number, room: number, most: number): readonly Segment[] {
  const parts = [
    { level: 'HIGH' as const, count: high },
    { level: 'MEDIUM' as const, count: medium },
  ].filter(({ count }) => count > 0);
  const wanted = parts.map(({ count }) => Math.max(leastFor(count), (count / Math.max(1, most)) * room));
  const total = wanted.reduce((sum, each) => sum + each, 0);
  const squeeze = total > room ? room / total : 1;
  let x = barX;
  return parts.map((part, index) => {
    const segment = { ...part, x, width: (wanted[index] ?? 0) * squeeze };
    x += segment.width;
    return segment;
  });
}

function leastFor(count: number): number {
  return String(count).length * DIGIT + AIR;
}
