/** What has to be so in the end, whatever happened. */
import { identityOf, isAppMade } from '../facts';
import type { Check, Judged } from './judged';
import { choicesKept, notesKept, textsKept } from './kept';
import { blocksTrue, hiddenKeepBlocks, oneBlock } from './blocks';
import { everythingThere, sidesEqual } from './sides';

export interface Violation {
  readonly name: string;
  /** In plain words. */
  readonly what: string;
}

export const INVARIANTS: readonly { readonly name: string; readonly check: Check }[] = [
  { name: 'one issue an identity', check: oneIssue },
  { name: "people's titles and descriptions stand", check: textsKept },
  { name: "people's notes stand", check: notesKept },
  { name: "people's choices stand", check: choicesKept },
  { name: 'at most one block', check: oneBlock },
  { name: 'blocks tell the truth or it is told', check: blocksTrue },
  { name: 'what is hidden keeps its block', check: hiddenKeepBlocks },
  { name: 'both sides are equal or told', check: sidesEqual },
  { name: 'what is open has an issue or it is told', check: everythingThere },
  { name: 'manual mode changes nothing outside of runs', check: manualIsQuiet },
  { name: 'the last sync ends', check: lastSyncEnds },
  { name: 'a second sync writes nothing', check: secondWritesNothing },
  { name: 'no run is left', check: noRunLeft },
];

function oneIssue({ facts, actor: { written } }: Judged): readonly string[] {
  const keys = new Map<string, string[]>();
  for (const issue of facts.issues.filter(isAppMade)) {
    if (written.madeAgain && written.everHidden.has(issue.id)) continue;
    const { workload, lens, question, choice } = identityOf(issue) ?? {};
    const identity = JSON.stringify([workload, lens, question, choice]);
    keys.set(identity, [...(keys.get(identity) ?? []), issue.key]);
  }
  return [...keys]
    .filter(([, same]) => same.length > 1)
    .map(([identity, same]) => `${same.join(', ')} are all ${identity}`);
}

function manualIsQuiet({ actor, ending }: Judged): readonly string[] {
  const { unasked } = ending;
  return actor.settings.mode === 'MANUAL' && unasked.length > 0
    ? [`written unasked: ${unasked.join(', ')}`]
    : [];
}

function lastSyncEnds({ ending: { sync, second } }: Judged): readonly string[] {
  return [sync, second].flatMap((run) => {
    if (run === undefined) return ['the app does not start a sync'];
    if (run.state === 'done') return [];
    return [`a sync is ${run.state}: ${JSON.stringify(run.message ?? run.step)}`];
  });
}

/** After one that changed choices a further one is due: AWS rates the question anew. */
function secondWritesNothing({ ending: { writtenAgain } }: Judged): readonly string[] {
  return writtenAgain.length === 0 ? [] : [`it writes ${writtenAgain.join(', ')}`];
}

function noRunLeft({ ending: { link, queued } }: Judged): readonly string[] {
  return [
    ...(link?.activeRun === undefined ? [] : [`run ${link.activeRun.runId} has not ended`]),
    ...(queued === 0 ? [] : [`${queued} events are left in the queue`]),
  ];
}
