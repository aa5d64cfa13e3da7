/**
 * Bundles the app in the current folder into the folder named on the command line, with Forge's own
 * bundler. A process of its own, since that bundler takes the app from the current folder.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getEntryPoints, getNodeBundler, getWrapperProvider } from '@forge/bundler';
import { ConfigFile, FileSystemReader, FileSystemWriter, type Logger } from '@forge/cli-shared';

async function main(outputDirectory: string): Promise<void> {
  const runtime = stubRuntime();
  process.env.FORGE_RUNTIME_PATH = runtime;
  try {
    const reader = new FileSystemReader();
    const manifest = new ConfigFile(reader, new FileSystemWriter());
    const bundler = getNodeBundler(logger(), getWrapperProvider({ fileSystemReader: reader }), manifest);
    const { outputDir } = await bundler.bundle({
      appDirectory: process.cwd(),
      entryPoints: getEntryPoints(await manifest.getAppHandlers()),
    });
    fs.cpSync(outputDir, outputDirectory, { recursive: true });
    fs.rmSync(outputDir, { recursive: true });
  } finally {
    fs.rmSync(runtime, { recursive: true, force: true });
  }
}

/** `forge deploy` downloads these two scripts and ships them with the bundle; the local host plays them. */
function stubRuntime(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forge-runtime-'));
  fs.mkdirSync(path.join(folder, 'dist'));
  for (const script of ['wrapper', 'loader']) {
    fs.writeFileSync(path.join(folder, 'dist', `${script}.js`), '// played by the local host\n');
  }
  return folder;
}

function logger(): Logger {
  const silent = (): void => undefined;
  const loud = (message: string): void => console.error(message);
  return { trace: silent, debug: silent, info: silent, warn: loud, error: loud } as unknown as Logger;
}

main(path.resolve(process.argv[2] ?? '')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
