import { createEventSecretStore } from '../../../../src/automatic/event-secret-store';
import { createAccessKeyStore } from '../../../../src/connection/access-key-store';
import { createConnectionStore } from '../../../../src/connection/connection-store';
import { CONNECTION, draftOf, probed, withoutRole } from '../../connection/a-connection';
import { WORKLOAD_ARN } from '../../../builders/review';
import { asReason } from '../../../../src/reason';
import { AT, clock, random, PERSON } from './facts';
import { sample, type Sample } from './sample';

export const CONNECTIONS: readonly Sample[] = [
  sample('connection', 'minimal', (storage) =>
    createConnectionStore({ kvs: storage.connections, random, clock }).create(
      draftOf(withoutRole(CONNECTION)),
    ),
  ),
  sample('connection', 'full', async (storage) => {
    const store = createConnectionStore({ kvs: storage.connections, random, clock });
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
    await store.save({ ...made, tests, acceptedRisk: { by: PERSON, at: AT, words: 'I know.' } });
  }),
  sample('connection', 'of-a-project', (storage) =>
    createConnectionStore({ kvs: storage.connections, random, clock }).create({
      ...draftOf(CONNECTION),
      owner: { kind: 'project', projectId: '10000' },
      access: 'read-only',
    }),
  ),
  sample('connection-index', 'full', async (storage) => {
    let made = 0;
    const store = createConnectionStore({
      kvs: storage.connections,
      random: (bytes) => new Uint8Array(bytes).fill((made += 1)),
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
