import { zone } from './zone.mjs';

/** Layers of the pages: each may import those before it. */
const PAGES = 'static/app/src';
const LAYERS = ['texts', 'bridge', 'data', 'components', 'features', 'app'];

/** Features of the pages with those that each is built upon; of others none knows anything. */
const FEATURES = {
  runs: [],
  connections: [],
  settings: [],
  admin: ['connections', 'settings'],
  'project-settings': ['connections', 'settings'],
  project: ['runs'],
  issue: ['runs'],
};

export const layersOfPages = [
  ...LAYERS.flatMap((layer, nth) =>
    LAYERS.slice(nth + 1).map((later) =>
      zone(`${PAGES}/${layer}`, `${PAGES}/${later}`, `Layers of the pages: ${LAYERS.join(' → ')}.`),
    ),
  ),
  ...Object.entries(FEATURES).map(([feature, others]) =>
    zone(
      `${PAGES}/features/${feature}`,
      `${PAGES}/features`,
      'Which feature knows which stands in tools/eslint/layers-of-pages.mjs.',
      [feature, ...others].map((known) => `./${known}`),
    ),
  ),
];
