/**
 * `npm run bench:plan`: how long a plan takes to make, of a review that has no issue yet and of one in which nothing
 * changed; and how that grows with ten times as many best practices. No site, no calls: the pure core alone.
 */
import { planReview } from '../src/review-entries/plan-review';
import { lens, pillar, practice, question, review } from '../test/builders/review';
import { World } from '../test/builders/world';
import { median } from './median';

/** More would take minutes to set up: the board of tests grows with the square. */
const SIZES = [1000, 10_000] as const;
const PRACTICES_A_QUESTION = 10;
const QUESTIONS_A_PILLAR = 50;
const RUNS = 5;

function main(): void {
  const times = SIZES.map((size) => timesOf(size));
  const [small, large] = times;
  if (!small || !large) return;
  console.log(
    `ten times as many: first ${ratio(large.first, small.first)}, unchanged ${ratio(large.unchanged, small.unchanged)}`,
  );
}

/** Milliseconds, medians. */
function timesOf(size: number) {
  const world = new World(reviewOf(size));
  const first = timed(world);
  world.sync();
  const unchanged = timed(world);
  const { changes } = world.plan();
  if (changes.length > 0) throw new Error(`${changes.length} changes are left`);
  console.log(
    `${size} best practices: first ${first.toFixed(0)} ms, with nothing changed ${unchanged.toFixed(0)} ms, medians of ${RUNS}`,
  );
  return { first, unchanged };
}

function reviewOf(size: number) {
  const questions = Array.from({ length: size / PRACTICES_A_QUESTION }, (_, nth) => {
    const practices = Array.from({ length: PRACTICES_A_QUESTION }, (_each, index) =>
      practice(`q${nth}p${index}`),
    );
    return question(`q${nth}`, 'HIGH', practices);
  });
  const pillars = Array.from({ length: Math.ceil(questions.length / QUESTIONS_A_PILLAR) }, (_, nth) =>
    pillar(`Pillar ${nth}`, questions.slice(nth * QUESTIONS_A_PILLAR, (nth + 1) * QUESTIONS_A_PILLAR)),
  );
  return review([lens('main', pillars)]);
}

/** What is planned from is made anew for each, outside the time. */
function timed(world: World): number {
  return median(
    Array.from({ length: RUNS }, () => {
      const input = world.input();
      const begin = performance.now();
      planReview(input);
      return performance.now() - begin;
    }),
  );
}

function ratio(large: number, small: number): string {
  return `${(large / small).toFixed(1)} × the time`;
}

main();
