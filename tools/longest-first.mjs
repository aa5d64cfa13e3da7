/**
 * The order of test files: long ones first, so that no long one is left for the end, when one core would have nothing
 * to do. jest knows how long a file took the last time; of one that never ran here its project says enough.
 */
import { createRequire } from 'node:module';

// A CommonJS package, of which an import would give the wrapped module.
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** What a file of a project takes, roughly, in milliseconds; files of one project go by their size. */
const USUAL_MS = { browser: 30_000, scenarios: 8_000, contract: 3_000, unit: 500 };

export default class LongestFirst extends Sequencer {
  /** Those that failed the last time come before all others. */
  sort(tests) {
    const expected = (test) => this.time(test) ?? USUAL_MS[test.context.config.displayName?.name] ?? 0;
    const size = ({ path, context }) => context.hasteFS.getSize(path) ?? 0;
    return [...tests].sort(
      (a, b) =>
        Number(this.hasFailed(b)) - Number(this.hasFailed(a)) ||
        expected(b) - expected(a) ||
        size(b) - size(a),
    );
  }
}
