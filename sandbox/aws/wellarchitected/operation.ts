/** What an operation is: its HTTP binding, what IAM checks, its input with an example, and what it does. */
import type { z } from 'zod';
import type { Clock } from '../../clock';
import type { Records } from './records';

/** Everything that an operation may use. */
export interface Scene {
  readonly records: Records;
  readonly clock: Clock;
  /** The caller's. */
  readonly account: string;
  /** Region of the request's credential scope: a workload lives in one Region. */
  readonly region: string;
  /** Answers carry lens ARNs with `:<version>` at the end (whether the tool ever does is unverified, A18). */
  readonly versionedLensArns: boolean;
}

/** A question of a lens of a workload, which has a milestone. The lens can be taken off the workload. */
export interface Sample {
  readonly WorkloadId: string;
  readonly LensAlias: string;
  readonly QuestionId: string;
  readonly MilestoneNumber: number;
}

export interface Operation {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in the service model: `/workloads/{WorkloadId}`. */
  readonly uri: string;
  /**
   * The resource that the action is checked against (Service Authorization Reference, "AWS Well-Architected Tool").
   * `none`: it has no resource type, and a policy grants it for `*` or not at all.
   */
  readonly resource: 'workload' | 'none';
  /** Input members that come in the query; the rest is in the path or the body. */
  readonly query: readonly string[];
  readonly input: z.ZodType;
  /** Input that succeeds: contract tests send it. */
  readonly example: (of: Sample) => unknown;
  /** @param input what `input` made of the request. Undefined is an answer without a body. */
  readonly run: (scene: Scene, input: unknown) => unknown;
}

/** Ties an operation's code to the type of its input. */
export function operation<S extends z.ZodType>(
  about: Omit<Operation, 'input' | 'example' | 'run' | 'query'> & {
    readonly query?: readonly string[];
    readonly input: S;
    readonly example: (of: Sample) => z.input<S>;
    readonly run: (scene: Scene, input: z.infer<S>) => unknown;
  },
): Operation {
  return { ...about, query: about.query ?? [], run: (scene, input) => about.run(scene, input as z.infer<S>) };
}
