/** Before any test: bundling takes longer than a test may. An unchanged app costs nothing. */
import path from 'node:path';
import { bundleApp } from '../tools/bundle-app';

export default async function bundleApps(): Promise<void> {
  await bundleApp();
  await bundleApp(path.join(__dirname, 'fixtures/echo-app'));
}
