/** What the stand-in stores about reviews. Records are never changed, only replaced. */
import type { Store, Table } from '../../store/store';
import type { Lens } from '../lens/lens';
import type { AccountJiraConfiguration } from './shapes';

/** A version of a lens that workloads can use. */
export interface PublishedLens extends Lens {
  /** Key of the table: differs between versions and contents of one lens. */
  readonly key: string;
  /** Without a version. */
  readonly arn: string;
  /** Official lenses: their short name; custom lenses: the ARN. */
  readonly alias: string;
  readonly owner: string;
  readonly createdAt: number;
}

/** Members of a workload as the API names them. */
export type WorkloadDetails = Readonly<Record<string, unknown>> & {
  readonly WorkloadName: string;
  readonly Environment: 'PRODUCTION' | 'PREPRODUCTION';
};

export interface WorkloadRecord {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly arn: string;
  readonly owner: string;
  /** Accounts that the owner lets contribute. */
  readonly sharedWith: readonly string[];
  readonly region: string;
  readonly details: WorkloadDetails;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly reviews: readonly ReviewRecord[];
}

export interface ReviewRecord {
  /** Key of the lens version that this review uses. */
  readonly lensKey: string;
  readonly updatedAt: number;
}

export type ChoiceStatus = 'SELECTED' | 'NOT_APPLICABLE' | 'UNSELECTED';
export type Reason = 'OUT_OF_SCOPE' | 'BUSINESS_PRIORITIES' | 'ARCHITECTURE_CONSTRAINTS' | 'OTHER' | 'NONE';

export interface ChoiceAnswer {
  readonly id: string;
  readonly status: ChoiceStatus;
  readonly reason?: Reason;
  readonly notes?: string;
}

/** No record at all is an unanswered question without notes. */
export interface AnswerRecord {
  /** Choices were given once, be it none at all. */
  readonly answered: boolean;
  readonly isApplicable: boolean;
  readonly choices: readonly ChoiceAnswer[];
  readonly reason?: Reason;
  readonly notes?: string;
}

/** What a milestone keeps. */
export interface MilestoneRecord {
  readonly number: number;
  readonly name: string;
  readonly recordedAt: number;
  readonly workload: WorkloadRecord;
  /** By the keys of the answers. */
  readonly answers: Readonly<Record<string, AnswerRecord>>;
}

/** A request that carried a client token: the same again gets the same answer. */
export interface TokenRecord {
  readonly input: string;
  readonly output: unknown;
}

export interface Records {
  readonly workloads: Table<WorkloadRecord>;
  readonly lenses: Table<PublishedLens>;
  /** Alias to the key of the lens's newest version. */
  readonly newest: Table<string>;
  readonly answers: Table<AnswerRecord>;
  readonly milestones: Table<MilestoneRecord>;
  readonly tokens: Table<TokenRecord>;
  /** Settings of AWS's own connector for Jira, by account and Region: `111122223333 us-east-1`. */
  readonly jiraConnectors: Table<AccountJiraConfiguration>;
  readonly counters: Table<number>;
}

export function openRecords(store: Store): Records {
  return {
    workloads: store.table('aws.workloads'),
    lenses: store.table('aws.lenses'),
    newest: store.table('aws.lens-newest'),
    answers: store.table('aws.answers'),
    milestones: store.table('aws.milestones'),
    tokens: store.table('aws.client-tokens'),
    jiraConnectors: store.table('aws.jira-connectors'),
    counters: store.table('aws.counters'),
  };
}
