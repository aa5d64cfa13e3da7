/** What each stored record looks like: its own store writes it, in several shapes, into storage in memory. */
import { AUTOMATIC } from './automatic';
import { CONNECTIONS } from './connections';
import { clock, random } from './facts';
import { LINKS } from './links';
import { MEMORIES } from './memories';
import { auditEntry, person, siteUrl } from './on-platform';
import { RUNS } from './runs';
import { sample, type Sample } from './sample';
import { SETTINGS } from './settings';

export const SAMPLES: readonly Sample[] = [
  ...SETTINGS,
  ...CONNECTIONS,
  ...LINKS,
  ...RUNS,
  ...AUTOMATIC,
  ...MEMORIES,
  sample('audit-entry', 'minimal', (storage) => auditEntry(storage, clock, random, undefined)),
  sample('audit-entry', 'full', (storage) => auditEntry(storage, clock, random, '10000')),
  sample('audit-chain', 'minimal', (storage) => auditEntry(storage, clock, random, undefined)),
  sample('audit-chain', 'full', (storage) => auditEntry(storage, clock, random, '10000')),
  sample('person', 'full', (storage) => person(storage, clock, random)),
  sample('person-ref', 'full', (storage) => person(storage, clock, random)),
  sample('site-url', 'full', siteUrl),
];
