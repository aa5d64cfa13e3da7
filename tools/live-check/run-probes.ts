/** From probes to what each assumption turned out to be. */
import { ASSUMPTIONS, type AssumptionId, type ToSee } from '../../assumptions';
import { type Finding, type Probe, type Probes, unclear } from './probe';

/** By assumption; `not tried` has the reason in `seen`. */
export interface Row {
  readonly id: AssumptionId;
  readonly assumed: string;
  readonly result: Finding['verdict'] | 'not tried';
  readonly seen: string;
  /** What is to be changed where it is wrong. */
  readonly otherwise: string;
}

export type Findings = ReadonlyMap<AssumptionId, Finding>;

export interface Looking {
  /** Where what is found is kept, so that it is there however the check ends. */
  readonly found: Map<AssumptionId, Finding>;
  /** Aborted where the check is to end: no further probe begins. */
  readonly signal: AbortSignal;
}

/**
 * One after another: an error of one says that it could not look, and stops no other.
 *
 * @throws the signal's reason
 */
export async function runProbes<Context>(
  probes: Probes<Context>,
  context: Context,
  { found, signal }: Looking,
): Promise<void> {
  for (const [id, probe] of Object.entries(probes) as [AssumptionId, Probe<Context>][]) {
    signal.throwIfAborted();
    found.set(id, await look(probe, context));
  }
}

/** Says of every probe that found nothing why it did not look. */
export function notReached(probes: Probes<never>, why: string, found: Looking['found']): void {
  for (const id of Object.keys(probes) as AssumptionId[])
    if (!found.has(id)) found.set(id, unclear(`not looked at: ${why}`));
}

async function look<Context>(probe: Probe<Context>, context: Context): Promise<Finding> {
  try {
    return await probe(context);
  } catch (error) {
    return {
      verdict: 'unclear',
      seen: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

const WHY_NOT: Readonly<Record<ToSee, string>> = {
  asking: 'nothing that was named can be asked',
  scratch: 'takes --scratch-project or --scratch-workload',
  'by-hand': 'takes a person: no script can bring it about',
};

/** A row for every assumption there is. Pure. @param probed those that some probe looks at */
export function rowsOf(findings: Findings, probed: ReadonlySet<AssumptionId>): readonly Row[] {
  return ASSUMPTIONS.map(({ id, assumed, otherwise, toSee }) => {
    const finding = findings.get(id);
    if (finding !== undefined) return { id, assumed, otherwise, result: finding.verdict, seen: finding.seen };
    return { id, assumed, otherwise, result: 'not tried', seen: WHY_NOT[probed.has(id) ? toSee : 'by-hand'] };
  });
}
