/**
 * `npm test [-- PATTERN…]`: jest, and beside it one linter after the other, with the processor time that the tests
 * leave. What a linter complains of is printed in one piece when it has ended; it fails the whole as a test does.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

/** Before the linters: Forge's own look for the pages that the manifest names. */
const BUILD = 'build:pages';

async function main(patterns: readonly string[]): Promise<void> {
  const linted = lint();
  const jest = await runJest(patterns);
  const failed = await linted;
  if (failed.length > 0) console.error(`\nFailed beside the tests, see above: ${failed.join(', ')}`);
  process.exitCode = jest !== 0 ? jest : failed.length > 0 ? 1 : 0;
}

function runJest(patterns: readonly string[]): Promise<number> {
  const script = path.join(path.dirname(require.resolve('jest/package.json')), 'bin', 'jest.js');
  const child = spawn(process.execPath, [script, ...patterns], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** One at a time, since tests of the pages that wait for a core reach their time limits. Answers what failed. */
async function lint(): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const script of [BUILD, ...linters()]) if (!(await passes(script))) failed.push(script);
  return failed;
}

function linters(): readonly string[] {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return Object.keys(scripts).filter((name) => name.startsWith('lint:'));
}

async function passes(script: string): Promise<boolean> {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  // What it starts inherits this.
  if (child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const verdict = code === 0 ? 'passed' : 'FAILED';
  process.stderr.write(`${code === 0 ? '' : `${output.trimEnd()}\n`}${script} ${verdict} (${seconds} s)\n`);
  return code === 0;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
