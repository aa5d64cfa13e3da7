/** Which of the markers in a question's notes are this installation's; all others are people's text. */
import type { OwnQuestion } from './installation';
import { pairsOf, type Marker } from './marker';
import { rememberedVersion } from './written-block';

type Pair = readonly [begin: Marker, end: Marker];

/** The line of a block that leads to its Task. */
const LINK = /^https?:\/\/\S+\/browse\/\S+$/m;

/**
 * - A marker that names this installation is ours, and one that names another is not.
 * - Markers that name none, as those of version 1 do, are ours as a pair if the link between them has this
 *   site's address, or if the app remembers that it wrote such a block here and has no better candidate.
 * - A single marker that names none is what is left of a block of ours where the app remembers one and no block
 *   of ours is there.
 */
export function ownMarkers(notes: string, markers: readonly Marker[], own: OwnQuestion): readonly Marker[] {
  const named = markers.filter(({ installation }) => installation === own.installation);
  const nameless = markers.filter(({ installation }) => installation === undefined);
  const pairs = pairsOf(markers).filter((pair) =>
    pair.every(({ installation }) => installation === undefined),
  );
  const ownPairs = ownNamelessPairs(notes, pairs, named.length > 0, own);
  const hasBlock = ownPairs.length > 0 || pairsOf(named).length > 0;
  const paired = new Set(pairs.flat());
  const remains = hasBlock ? [] : nameless.filter((marker) => !paired.has(marker) && mayBe(marker, own));
  const others = spansOfOthers(markers, own);
  const outside = remains.filter((marker) => !others.some((span) => holds(span, marker)));
  return [...named, ...ownPairs.flat(), ...outside].sort((a, b) => a.start - b.start);
}

function ownNamelessPairs(
  notes: string,
  pairs: readonly Pair[],
  isNamed: boolean,
  own: OwnQuestion,
): readonly Pair[] {
  const linked = pairs.filter((pair) => linksToSite(innerOf(notes, pair), own));
  // What is remembered speaks of the block that names us, where there is one.
  if (isNamed) return linked;
  return pairs.filter((pair) => {
    if (linked.includes(pair)) return true;
    const isOthers = linked.length > 0 && LINK.test(innerOf(notes, pair));
    return !isOthers && pair.every((marker) => mayBe(marker, own));
  });
}

/** Whether a marker without a name can be of the block that the app remembers: it never goes back a version. */
function mayBe({ version }: Marker, { remembered }: OwnQuestion): boolean {
  return remembered !== undefined && version >= rememberedVersion(remembered);
}

function linksToSite(inner: string, { siteUrl }: OwnQuestion): boolean {
  return siteUrl !== '' && inner.split('\n').some((line) => line.startsWith(`${siteUrl}/browse/`));
}

function innerOf(notes: string, [begin, end]: Pair): string {
  return notes.slice(begin.end, end.start);
}

function spansOfOthers(markers: readonly Marker[], own: OwnQuestion): readonly Pair[] {
  const names = new Set(markers.map(({ installation }) => installation));
  return [...names]
    .filter((name) => name !== undefined && name !== own.installation)
    .flatMap((name) => pairsOf(markers.filter(({ installation }) => installation === name)));
}

function holds([begin, end]: Pair, { start }: Marker): boolean {
  return begin.start < start && start < end.start;
}
