import { zone } from './zone.mjs';

/**
 * The local site: two stand-ins and a host that know nothing of one another, pages for people over all three, and
 * the site that connects them. Each of the lists names all that a folder may import of `sandbox`.
 */
export const layersOfSandbox = [
  zone('sandbox/clock.ts', 'sandbox', 'Everybody needs the time: the clock needs nobody.'),
  zone('sandbox/random.ts', 'sandbox', 'Chance has a seed and needs nobody.'),
  zone(
    'sandbox/limits',
    'sandbox',
    'Limits are numbers and counters; what is counted is not their business.',
    ['./limits'],
  ),
  zone('sandbox/store', 'sandbox', 'The store keeps tables; it knows nothing of what is in them.', [
    './store',
  ]),
  zone(
    'sandbox/aws',
    'sandbox',
    'AWS is a service of its own: it knows neither Jira, nor Forge, nor the site.',
    ['./aws', './store', './clock.ts', './random.ts'],
  ),
  zone(
    'sandbox/jira',
    'sandbox',
    'Jira is a service of its own: it knows neither AWS, nor Forge, nor the site.',
    ['./jira', './store', './limits', './clock.ts'],
  ),
  zone('sandbox/jira/jql', 'sandbox', 'JQL is pure: text and issues in, issues out.', ['./jira/jql']),
  zone('sandbox/jira/adf', 'sandbox', 'Documents are judged by themselves.', ['./jira/adf']),
  zone('sandbox/forge', 'sandbox', 'The host reaches Jira and AWS as the app does: by requests, passed in.', [
    './forge',
    './store',
    './limits',
    './clock.ts',
    './random.ts',
  ]),
  zone('sandbox/shell', 'sandbox', 'Pages are shown of what the site passes in; they keep nothing.', [
    './shell',
    './aws/index.ts',
    './jira',
    './forge',
    './clock.ts',
  ]),
  zone('sandbox/site', 'sandbox', 'The site connects the parts; clients come through its port.', [
    './site',
    './shell',
    './aws/index.ts',
    './jira',
    './forge',
    './store',
    './limits',
    './clock.ts',
    './random.ts',
  ]),
  zone('sandbox/cli', 'sandbox', 'The command line is a client of the port, as it would be of any site.', [
    './cli',
  ]),
  zone('sandbox', 'test', 'The local site does not know the tests.'),
];
