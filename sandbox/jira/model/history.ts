/** One edit of an issue. */
export interface History {
  readonly id: string;
  readonly author: string;
  readonly created: number;
  readonly items: readonly HistoryItem[];
}

export interface HistoryItem {
  readonly field: string;
  readonly fieldId: string;
  readonly from?: string | undefined;
  readonly fromText?: string | undefined;
  readonly to?: string | undefined;
  readonly toText?: string | undefined;
}
