/** Before any test: bundling takes longer than a test may. An unchanged app costs nothing. */
import path from 'node:path';
import { buildPages } from '../tools/build-pages';
import { bundleApp } from '../tools/bundle-app';

export default async function bundleApps(): Promise<void> {
  await buildPages();
  await bundleApp();
  await bundleApp(path.join(__dirname, 'fixtures/echo-app'));
}
