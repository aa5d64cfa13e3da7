/** `npm run build [-- APP-FOLDER]`: bundles the app with Forge's own bundler and says where it is. */
import path from 'node:path';
import { bundleApp } from './bundle-app';

export { bundleApp, type Bundle } from './bundle-app';

async function main(appDirectory?: string): Promise<void> {
  const started = performance.now();
  const { entry } = await bundleApp(appDirectory);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${path.relative(process.cwd(), entry)} (${seconds} s)`);
}

if (require.main === module) {
  const [folder] = process.argv.slice(2);
  main(folder === undefined ? undefined : path.resolve(folder)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
