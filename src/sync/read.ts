import { ahead, whenAll } from '../in-flight';
import type { Places } from '../plan/places';
import { NOT_SHOWN } from '../plan/proposals';
import { reviewSource } from '../review-entries/source';
import type { Review } from '../wellarchitected/model';
import { decided, type Decided } from './adoption';
import { findCandidates, readRemembered, type Candidates } from './candidates';
import { findIssues, type FoundIssues } from './find-issues';
import { readPlaces } from './places';
import type { SyncPorts, SyncRequest } from './ports';
import { readProjectAhead, type ProjectToFill } from './project-to-fill';
import { readTwins, withoutTaken, type Twin } from './twins';
import { readReview } from './read-review';
import { findRenames, takeOver, type Renames } from './renames';

export interface Reading extends FoundIssues, Decided {
  readonly review: Review;
  readonly places: Places;
  readonly renames: Renames;
  readonly twins: readonly Twin[];
  /** The run's own project, where it was clear before that it will get issues. */
  readonly project?: ProjectToFill | undefined;
}

/**
 * Reads both sides whole. Any read that fails throws: an incomplete one would look like a deletion. AWS takes
 * longer, and issues are read after it: people go on editing them meanwhile. Which issues there may be is asked
 * beside it, of storage and of the index.
 */
export async function read(request: SyncRequest, ports: SyncPorts): Promise<Reading> {
  const [, review, [candidates, project]] = await whenAll([
    ports.report({ step: 'reading' }),
    readReview(ports.source, request.workloadArn).then((review) => notesAhead(review, ports)),
    readBeside(request, ports),
  ]);
  const all = decided(await findIssues(request, candidates, ports), request.adoption);
  const twins = await readTwins(all, request, ports);
  const found = withoutTaken(all, twins);
  const renames = findRenames({ ...found, ...asked(request, review) });
  const places = await readPlaces(found.issues, request, ports.jira);
  return { review, ...takeOver(found, renames), renames, places, twins, project };
}

/** Begins to read what is remembered of its notes, which a run's own storage keeps. What fails is met by who asks. */
function notesAhead(review: Review, { writeBack }: Pick<SyncPorts, 'writeBack'>): Review {
  if (writeBack) {
    const { workload, lenses } = review;
    const memories = lenses.map(({ identity }) => writeBack.memory.load(workload.arn, identity));
    for (const read of [writeBack.siteUrl(), ...memories]) void ahead<unknown>(read);
  }
  return review;
}

async function readBeside(
  request: SyncRequest,
  ports: SyncPorts,
): Promise<readonly [Candidates, ProjectToFill | undefined]> {
  const remembered = await readRemembered(request, ports);
  const isNew = remembered.linked.size === 0;
  return whenAll([
    findCandidates(remembered, request, ports),
    isNew ? readProjectAhead(request, ports) : Promise.resolve(undefined),
  ]);
}

/** All items of the review, as the run considers them, and what a person decided of proposals. */
function asked({ settings, options }: SyncRequest, review: Review) {
  const covered = { scope: options.scope ?? settings.scope, selection: settings.selection };
  const { entries } = reviewSource(review, covered, options.selection);
  return { entries, proposals: options.proposals ?? NOT_SHOWN };
}
