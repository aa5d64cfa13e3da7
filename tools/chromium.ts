/**
 * A Chromium that needs no system package: it comes inside an npm package (Linux, x64) and is unpacked once into
 * `build/chromium/`. `CHROMIUM_PATH` names an installed browser instead.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock';

export interface ChromiumPlace {
  readonly executablePath: string;
  /** What the browser needs beside the environment that it is started from. */
  readonly env: Readonly<Record<string, string>>;
}

const FOLDER = path.join(__dirname, '..', 'build', 'chromium');
const PLACE = path.join(FOLDER, 'place.json');

/**
 * The package unpacks libraries and fonts of its own where it believes to run in a Lambda function, all into the
 * temporary folder, and names them in its own process's environment.
 */
const UNPACK = `
const chromium = require('@sparticuz/chromium').default ?? require('@sparticuz/chromium');
chromium.executablePath().then((executablePath) => {
  const names = ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'];
  const env = Object.fromEntries(names.flatMap((name) => process.env[name] ? [[name, process.env[name]]] : []));
  process.stdout.write(JSON.stringify({ executablePath, env }));
});`;

/** The package's own names the folders of a Lambda function; without a font Chromium draws no text and crashes. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(FOLDER, 'fonts')}</dir>
  <cachedir>${path.join(FOLDER, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** @throws Error with the package's message where it cannot be unpacked */
export async function findChromium(): Promise<ChromiumPlace> {
  const installed = process.env.CHROMIUM_PATH;
  if (installed !== undefined && installed !== '') return { executablePath: installed, env: {} };
  if (!fs.existsSync(PLACE)) {
    await withLock(FOLDER, () => {
      if (!fs.existsSync(PLACE)) unpack();
      return Promise.resolve();
    });
  }
  return JSON.parse(fs.readFileSync(PLACE, 'utf8')) as ChromiumPlace;
}

function unpack(): void {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', UNPACK], {
    cwd: path.join(__dirname, '..'),
    env: { ...process.env, TMPDIR: FOLDER, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Chromium cannot be unpacked; CHROMIUM_PATH can name one.\n${stderr}`);
  fs.writeFileSync(path.join(FOLDER, 'fonts', 'fonts.conf'), FONTS);
  fs.writeFileSync(PLACE, stdout);
}
