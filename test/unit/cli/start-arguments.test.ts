import { describe, expect, test } from '@jest/globals';
import { readStartArguments, START_USAGE } from '../../../sandbox/site/start-arguments';

describe('npm start', () => {
  test.each([
    ['takes port 8620 by default', '', { port: 8620 }],
    ['takes a free port', '--port 0', { port: 0 }],
    ['loads several lenses', '--lens a.json --lens b.json', { port: 8620, lensFiles: ['a.json', 'b.json'] }],
    [
      'answers with nothing selected',
      '--lens a.json --answered none',
      { port: 8620, lensFiles: ['a.json'], answered: 'none' },
    ],
    [
      'answers at random but repeatably',
      '--lens a.json --answered seed:7',
      { port: 8620, lensFiles: ['a.json'], answered: { seed: 7 } },
    ],
    ['keeps its state', '--state DIR', { port: 8620, stateDir: 'DIR' }],
    ['is slow', '--latency jira=150,aws=60', { port: 8620, latency: { jira: 150, aws: 60 } }],
    ['has slow storage', '--latency kvs=20', { port: 8620, latency: { kvs: 20 } }],
    ['is slow in one place', '--latency aws=60', { port: 8620, latency: { aws: 60 } }],
    ['lags', '--index-lag 5000', { port: 8620, indexLagMs: 5000 }],
    [
      'lets calls fail',
      '--faults {"jira":{"lost":0.1}} --faults-seed 7',
      { port: 8620, faults: expect.objectContaining({ seed: 7, jira: { lost: 0.1 } }) },
    ],
    ['hurries', '--fast-forward', { port: 8620, fastForward: true }],
    ['tightens limits', '--limits storage=1000', { port: 8620, limits: { storage: 1000 } }],
    ['explains itself', '--help', 'help'],
  ])('%s', (_name, line, options) => {
    expect(readStartArguments(line.split(' ').filter(Boolean))).toEqual(options);
  });

  test('shows each limit', () => {
    expect(START_USAGE).toContain('storage=4000');
  });

  test.each([
    ['--port http', '--port takes a whole number from 0 to 65535, not "http".'],
    ['--port 65536', '--port takes a whole number from 0 to 65535, not "65536".'],
    ['--index-lag -1', "Option '--index-lag' argument is ambiguous"],
    ['--latency jira=fast', '--latency takes milliseconds such as jira=150,aws=60,kvs=20, not "jira=fast".'],
    ['--latency jira=1,gcp=2', '--latency takes milliseconds'],
    ['--lens x.json --answered some', '--answered takes "none" or "seed:N"'],
    ['--faults often.json', '--faults takes JSON or a file of it; "often.json" cannot be read.'],
    ['--faults {often}', 'this is not JSON'],
    ['--faults {"gcp":{}}', '--faults: ✖ Unrecognized key: "gcp"'],
    ['--faults {"x":1}', 'The document may have seed, jira, aws, storage, queue,'],
    ['--faults {"jira":{"lost":0.6,"reset":0.6}}', 'more than 1 together'],
    ['--faults-seed 7', '--faults-seed says which calls fail; say with --faults how.'],
    ['--limits mood=1', '"mood=1" is no limit: a name of storage,'],
    ['--answered none', 'name a lens file too'],
    ['--colour red', "Unknown option '--colour'"],
    ['site', "Unexpected argument 'site'"],
  ])('refuses %s', (line, message) => {
    expect(() => readStartArguments(line.split(' '))).toThrow(message);
  });
});
