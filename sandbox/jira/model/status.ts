export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
  /** A team-managed project owns its statuses. */
  readonly projectId?: string;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';
