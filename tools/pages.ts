/** `npm run build:pages`: builds what `forge deploy` uploads as the app's pages. */
import { buildPages } from './build-pages';

buildPages().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
