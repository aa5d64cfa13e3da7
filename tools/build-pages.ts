/** The app's pages, built with Vite into the folder that the manifest names; unchanged ones are built once. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock';

const ROOT = path.join(__dirname, '..');
const PAGES = path.join(ROOT, 'static', 'app');
const OUTPUT = path.join(PAGES, 'dist');
/** Says what `OUTPUT` was built from; not in it, since all of it is deployed. */
const STAMP = path.join(ROOT, 'build', 'pages');

/**
 * Takes some ten seconds of processor time where anything changed.
 *
 * @throws Error with Vite's message
 */
export async function buildPages(): Promise<void> {
  const fingerprint = fingerprintOf();
  if (isBuilt(fingerprint)) return;
  await withLock(STAMP, async () => {
    if (isBuilt(fingerprint)) return;
    fs.rmSync(STAMP, { force: true });
    await runVite();
    fs.writeFileSync(STAMP, fingerprint);
  });
}

function isBuilt(fingerprint: string): boolean {
  const stamp = fs.existsSync(STAMP) ? fs.readFileSync(STAMP, 'utf8') : undefined;
  return stamp === fingerprint && fs.existsSync(path.join(OUTPUT, 'index.html'));
}

/** Everything that decides what the pages will be: their files and the versions of the packages. */
function fingerprintOf(): string {
  const hash = createHash('sha256');
  const sources = fs.readdirSync(path.join(PAGES, 'src'), { recursive: true, encoding: 'utf8' }).sort();
  const templates = fs.readdirSync(path.join(ROOT, 'aws')).sort();
  const words = fs.readdirSync(path.join(ROOT, 'words'), { recursive: true, encoding: 'utf8' }).sort();
  const files = [
    ...sources.map((file) => path.join('src', file)),
    // The guide shows them for copying.
    ...templates.map((file) => path.join('../../aws', file)),
    ...words.map((file) => path.join('../../words', file)),
  ];
  const all = [...files, 'index.html', 'vite.config.ts', 'package.json', '../../package-lock.json'];
  for (const file of all.map((name) => path.join(PAGES, name))) {
    if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    hash.update(path.relative(ROOT, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

async function runVite(): Promise<void> {
  const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: PAGES,
    // Tests run with another NODE_ENV, and would look at a development build.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`The pages cannot be built.\n${complaint.trim()}`);
}
