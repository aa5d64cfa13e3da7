import { createEventSecretStore } from '../../../../src/automatic/event-secret-store';
import { createAccessKeyStore } from '../../../../src/connection/access-key-store';
import { createConnectionStore } from '../../../../src/connection/connection-store';
import { MemoryGuarded } from '../../../builders/guarded';
import { CONNECTION, draftOf, probed, withoutRole } from '../../connection/a-connection';
import { WORKLOAD_ARN } from '../../../builders/review';
import { asReason } from '../../../../src/reason';
import { AT, clock, random, PERSON } from './facts';
import type { MemoryStorage } from '../memory-storage';
import { sample, type Sample } from './sample';

const openStore = (storage: MemoryStorage) =>
  createConnectionStore({
    ...{ kvs: storage.connections, guarded: new MemoryGuarded(storage.kvs) },
    ...{ random, clock, nonce: () => 'nonce' },
  });

export const CONNECTIONS: readonly Sample[] = [
  sample('connection', 'minimal', (storage) => openStore(storage).create(draftOf(withoutRole(CONNECTION)))),
  sample('connection', 'full', async (storage) => {
    const store = openStore(storage);
    const made = await store.create({
      ...draftOf(CONNECTION),
      serves: [{ projectId: '10000' }, { projectId: '10001', workloadArns: [WORKLOAD_ARN] }],
    });
    const tests = [
      {
        ...probed('eu-west-1', 'ok', 'failed'),
        checks: [
          { what: 'list', result: 'unknown' as const, reason: asReason('No answer.'), statement: 'Read' },
        ],
      },
    ];
    const { roleArn, access, regions } = CONNECTION;
    const acceptedRisk = { by: PERSON, at: AT, words: 'I know.', of: { roleArn, access, regions } };
    await store.change(made.id, (now) => ({ ...now, tests, acceptedRisk }));
  }),
  sample('connection', 'of-a-project', (storage) =>
    openStore(storage).create({
      ...draftOf(CONNECTION),
      owner: { kind: 'project', projectId: '10000' },
      access: 'read-only',
    }),
  ),
  sample('owned-connections', 'full', (storage) => openStore(storage).create(draftOf(CONNECTION))),
  sample('connection-index', 'full', async (storage) => {
    let made = 0;
    const store = createConnectionStore({
      ...{ kvs: storage.connections, guarded: new MemoryGuarded(storage.kvs) },
      ...{ nonce: () => 'nonce', random: (bytes) => new Uint8Array(bytes).fill((made += 1)) },
      clock,
    });
    await store.create(draftOf(CONNECTION));
    await store.create(draftOf(CONNECTION));
  }),
  sample('access-key', 'full', ({ secrets }) =>
    createAccessKeyStore({ kvs: secrets, environment: {}, clock }).save('aws', {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      principalArn: 'arn:aws:iam::111122223333:user/backlog',
    }),
  ),
  sample('event-secret', 'full', ({ secrets }) =>
    createEventSecretStore({ kvs: secrets, random, clock }).renew(CONNECTION.id),
  ),
];
