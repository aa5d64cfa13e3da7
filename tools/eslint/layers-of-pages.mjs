import fs from 'node:fs';
import { zone } from './zone.mjs';

/** Layers of the pages: each may import those before it. */
const PAGES = 'static/app/src';
const LAYERS = ['texts', 'bridge', 'data', 'components', 'features', 'app'];

/** Features of the pages that are built upon others; of all else none knows anything. */
const BUILT_UPON = {
  admin: ['connections', 'settings'],
  'project-settings': ['connections', 'settings'],
  project: ['runs', 'settings'],
  issue: ['runs'],
};

export const layersOfPages = [
  ...LAYERS.flatMap((layer, nth) =>
    LAYERS.slice(nth + 1).map((later) =>
      zone(`${PAGES}/${layer}`, `${PAGES}/${later}`, `Layers of the pages: ${LAYERS.join(' → ')}.`),
    ),
  ),
  ...LAYERS.slice(1).map((layer) =>
    zone(`${PAGES}/${layer}`, 'words', 'Of the pages texts alone knows the catalogue.'),
  ),
  ...fs.readdirSync(new URL(`../../${PAGES}/features`, import.meta.url)).map((feature) =>
    zone(
      `${PAGES}/features/${feature}`,
      `${PAGES}/features`,
      'Which feature knows which stands in tools/eslint/layers-of-pages.mjs.',
      [feature, ...(BUILT_UPON[feature] ?? [])].map((known) => `./${known}`),
    ),
  ),
];
