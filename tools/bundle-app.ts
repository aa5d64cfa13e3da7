/**
 * The app as Forge would run it: bundled with Forge's own bundler, kept under `build/app/` by a hash of
 * everything that goes into it, so that an unchanged app is bundled once.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock';

export interface Bundle {
  /** The folder of the bundled modules: handler `index.resolver` is export `resolver` of `index.cjs`. */
  readonly directory: string;
  /** `index.cjs` in that folder. */
  readonly entry: string;
}

const ROOT = path.join(__dirname, '..');
const BUILDS = path.join(ROOT, 'build', 'app');
const KEPT_BUILDS = 6;

/**
 * Bundles the app in a folder (the project's own by default), or answers at once if that was done before.
 * Takes ten to twenty seconds of processor time; several processes may ask at the same time and one of them
 * does the work.
 *
 * @throws Error with the bundler's message, for example a type error in the app.
 */
export async function bundleApp(appDirectory: string = ROOT): Promise<Bundle> {
  const directory = path.join(BUILDS, fingerprint(appDirectory));
  const bundle = { directory, entry: path.join(directory, 'index.cjs') };
  if (fs.existsSync(bundle.entry)) return bundle;
  await withLock(directory, async () => {
    if (!fs.existsSync(bundle.entry)) await build(appDirectory, directory);
  });
  return bundle;
}

/** Everything that decides what the bundle will be: the app's files and the versions of the packages. */
function fingerprint(appDirectory: string): string {
  const hash = createHash('sha256');
  const files = ['src', 'words', 'assumptions'].flatMap((folder) =>
    filesUnder(path.join(appDirectory, folder)),
  );
  const settings = ['manifest.yml', 'tsconfig.json'].map((file) => path.join(appDirectory, file));
  const shared = [path.join(ROOT, 'package-lock.json'), path.join(ROOT, 'tsconfig.json')];
  for (const file of [...files, ...settings, ...shared, path.join(__dirname, 'run-bundler.ts')]) {
    if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    hash.update(path.relative(ROOT, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** In the order of their names; none of a folder that the app does not have. */
function filesUnder(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.sort().map((name) => path.join(folder, name));
}

/** Bundles beside the final folder and renames, so that a half-written bundle is never taken for a whole one. */
async function build(appDirectory: string, directory: string): Promise<void> {
  const unfinished = `${directory}.${process.pid}`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  await runBundler(appDirectory, unfinished);
  fs.rmSync(directory, { recursive: true, force: true });
  fs.renameSync(unfinished, directory);
  prune();
}

async function runBundler(appDirectory: string, output: string): Promise<void> {
  const script = path.join(__dirname, 'run-bundler.ts');
  const child = spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), script, output], {
    cwd: appDirectory,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`Bundling ${appDirectory} failed.\n${complaint.trim()}`);
}

function prune(): void {
  const builds = fs
    .readdirSync(BUILDS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{16}$/.test(entry.name))
    .map((entry) => path.join(BUILDS, entry.name))
    .sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs);
  for (const old of builds.slice(KEPT_BUILDS)) fs.rmSync(old, { recursive: true, force: true });
}
