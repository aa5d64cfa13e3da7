/** Before the tests of this project: bundling takes longer than a test may. An unchanged app costs nothing. */
import { bundleApp } from '../../tools/bundle-app';
import { ECHO_APP } from './forge/echo-host';

export default async function build(): Promise<void> {
  await bundleApp(ECHO_APP);
}
