import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import Spinner from '@atlaskit/spinner';
import { Failure } from '../../components/failure';
import { Time } from '../../components/time';
import { connectionTexts } from '../../texts/connections';
import type { ConnectionTest, ConnectionView } from '../../../../../src/contract';
import type { ConnectionCalls } from './calls';
import { RegionChecks } from './region-checks';
import { regionLabel } from './regions';
import { Risk } from './risk';
import { useRegionTests, type RegionTests as Tests } from './use-region-tests';

interface Props {
  readonly connection: ConnectionView;
  readonly calls: ConnectionCalls;
  /** A test begins. */
  readonly onStart: () => void;
}

/** Each Region with its checks, and buttons to test. */
export function RegionTests({ connection, calls, onStart }: Props) {
  const tests = useRegionTests(connection, calls);
  const own = connectionTexts.test;
  const run = (regions: readonly string[]) => {
    onStart();
    void tests.action.run(regions);
  };
  const { regions } = connection;
  return (
    <Stack space="space.200">
      <p className="plain">{own.lead}</p>
      <Inline>
        <Button appearance="primary" isLoading={tests.action.isRunning} onClick={() => run(regions)}>
          {regions.length === 1 ? own.one({ region: regions[0] ?? '' }) : own.all}
        </Button>
      </Inline>
      <p className="visually-hidden" role="status">
        {said(tests)}
      </p>
      {tests.action.failure ? <Failure failure={tests.action.failure} title={own.failed} /> : null}
      <Risk connection={connection} calls={calls} />
      {regions.map((region) => (
        <Region
          key={region}
          region={region}
          test={tests.testOf(region)}
          isRunning={tests.running === region}
          onTest={regions.length > 1 && !tests.action.isRunning ? () => run([region]) : undefined}
        />
      ))}
    </Stack>
  );
}

function said({ running, latest }: Tests): string {
  const own = connectionTexts.test;
  if (running !== undefined) return own.running({ region: running });
  if (latest === undefined) return '';
  const { region, ok } = latest;
  const count = untriedIn(latest);
  if (ok && count > 0) return own.done.inPart({ region, count });
  return own.done[ok ? 'passed' : 'failed']({ region });
}

function untriedIn({ checks }: ConnectionTest): number {
  return checks.filter(({ result }) => result === 'unknown').length;
}

interface RegionProps {
  readonly region: string;
  readonly test: ConnectionTest | undefined;
  readonly isRunning: boolean;
  readonly onTest: (() => void) | undefined;
}

function Region({ region, test, isRunning, onTest }: RegionProps) {
  const own = connectionTexts.test;
  return (
    <section className="region" aria-label={regionLabel(region)} aria-busy={isRunning}>
      <Inline space="space.150" rowSpace="space.100" alignBlock="center" shouldWrap>
        <strong>{regionLabel(region)}</strong>
        {isRunning ? <Spinner size="small" label={own.running({ region })} /> : <Verdict test={test} />}
        {test ? (
          <span className="hint">
            <Time at={test.at} />
          </span>
        ) : null}
        {onTest ? (
          <Button spacing="compact" onClick={onTest}>
            {own.one({ region })}
          </Button>
        ) : null}
      </Inline>
      {test ? <RegionChecks test={test} /> : null}
    </section>
  );
}

function Verdict({ test }: { readonly test: ConnectionTest | undefined }) {
  const own = connectionTexts.test;
  if (test === undefined) return <Lozenge>{own.never}</Lozenge>;
  const count = untriedIn(test);
  if (test.ok && count > 0) return <Lozenge appearance="moved">{own.passedInPart({ count })}</Lozenge>;
  if (test.ok) return <Lozenge appearance="success">{own.passed}</Lozenge>;
  const failed = test.checks.filter(({ result }) => result === 'failed').length;
  if (failed === 0) return <Lozenge appearance="moved">{own.unclear}</Lozenge>;
  return <Lozenge appearance="removed">{own.missing({ count: failed })}</Lozenge>;
}
