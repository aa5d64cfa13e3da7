/** Who may import whom in `src`. */
import { zone } from './zone.mjs';

/** A folder of src may import what is named, itself, and files of src itself that know nothing. */
const layer = (folder, mayImport, message) =>
  zone(`src/${folder}`, 'src', message, [
    ...new Set([`./${folder}`, ...PLAIN, ...mayImport.map((name) => `./${name}`)]),
  ]);

/** Files of src itself, and what a stored record is. */
const PLAIN = [
  './account-ids.ts',
  './clock.ts',
  './hash.ts',
  './hidden-characters.ts',
  './in-flight.ts',
  './workload-day.ts',
  './in-words.ts',
  './json.ts',
  './key-values.ts',
  './log-bug.ts',
  './problem.ts',
  './reason.ts',
  './reason-parts.ts',
  './refusal.ts',
  './truncate.ts',
  './try-again.ts',
  './upstream-error.ts',
  './within-bytes.ts',
  './storage',
];

/** What pages call, and what of it says how a stored outcome looks. */
const CONTRACT = ['contract', 'contract.ts'];

/** From the lowest: what a folder does not know, it cannot depend on. */
export const layersOfSrc = [
  zone('src/!(index|contract).ts', 'src', 'Files that everybody may import import nobody.', PLAIN),
  layer('contract', ['settings/model.ts'], 'The contract is types, of clients and settings alone.'),
  layer('storage', [], 'What a record is does not depend on what is recorded.'),
  layer('wellarchitected', [], 'The source does not know what is made of it.'),
  layer('jira', [], 'The target does not know what is brought to it.'),
  layer(
    'milestones',
    [
      ...CONTRACT,
      ...['wellarchitected/model.ts', 'wellarchitected/count-risks.ts', 'wellarchitected/milestones.ts'],
      'wellarchitected/page-reads.ts',
    ],
    'What two states of a review have in common does not depend on who asks.',
  ),
  layer('usage', ['jira/client/requester.ts'], 'The account does not know what is bought.'),
  layer('audit', CONTRACT, 'The log knows nothing of what it tells.'),
  layer(
    'accounts',
    ['audit', 'connection', 'linked-workloads', 'runs', 'settings'],
    'Whose ids are stored follows from the records, not from what is done with them.',
  ),
  layer('settings', ['wellarchitected/model.ts'], 'Settings are values; whoever reads them applies them.'),
  layer(
    'reviews',
    ['wellarchitected/model.ts'],
    'What is remembered of a review knows nobody who asks for it.',
  ),
  layer(
    'connection',
    [...CONTRACT, 'settings', 'wellarchitected', 'jira/project-key.ts'],
    'A way into an AWS account does not know who goes it, nor why.',
  ),
  layer(
    'links',
    ['plan', 'review-entries', 'jira'],
    'Which issue is which does not depend on who changes it.',
  ),
  layer(
    'triage',
    ['plan', 'review-entries', 'jira', 'links', 'wellarchitected/model.ts'],
    'What triage lists follows from links and reviews, whoever read these.',
  ),
  layer(
    'linked-workloads',
    [...CONTRACT, 'settings', 'connection', 'jira/model.ts'],
    'A link depends on its connection and settings, not on runs.',
  ),
  layer(
    'sync',
    ['plan', 'review-entries', 'notes', 'links', 'triage', 'settings', 'wellarchitected', 'jira'],
    'The engine takes its clients as arguments, and knows no run but the one it carries out.',
  ),
  layer(
    'runs',
    [
      ...CONTRACT,
      ...['audit', 'settings', 'wellarchitected', 'jira', 'plan', 'review-entries', 'links', 'connection'],
      ...['linked-workloads', 'notes', 'triage', 'sync'],
    ],
    'A run lives alike whoever started it: what automatic mode wants of it is passed in.',
  ),
  layer(
    'automatic',
    [
      ...['settings', 'wellarchitected', 'jira', 'review-entries', 'links', 'connection'],
      ...['linked-workloads', 'sync', 'runs', 'usage/usage-store.ts'],
    ],
    'Automatic mode does what nobody asks for: it knows nothing of people and pages.',
  ),
  zone(
    'src/!(handlers)/**',
    'src/handlers',
    'Handlers call; nobody calls them. They build what others are handed.',
  ),
  zone('src/!(handlers|use-cases)/**', 'src/use-cases', 'What people ask is asked by handlers alone.'),
];
