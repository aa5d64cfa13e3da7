/** Before the tests of this project: bundling takes longer than a test may. An unchanged app costs nothing. */
import { buildPages } from '../../tools/build-pages';
import { bundleApp } from '../../tools/bundle-app';

export default async function build(): Promise<void> {
  await Promise.all([bundleApp(), buildPages()]);
}
