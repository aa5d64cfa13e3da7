export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly statusColor: string;
  readonly isDefault: boolean;
}

export interface Resolution {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
}
