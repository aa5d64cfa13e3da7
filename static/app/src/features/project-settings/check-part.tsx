import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import '../../components/cards.css';
import './project-settings.css';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { Loaded } from '../../components/loaded';
import { Mark } from '../../components/mark';
import { PartHeader } from '../../components/part-header';
import { projectSettingsTexts } from '../../texts/project-settings';
import { sayReason } from '../../texts/reasons';
import type { Preflight, PreflightCheck } from '../../../../../src/contract';

/** Whether the project can take the issues, before any sync. */
export function CheckPart() {
  const projectKey = useProjectKey();
  const asked = useAnswer('project.preflight', { projectKey });
  const own = projectSettingsTexts.check;
  return (
    <Stack space="space.200">
      <PartHeader title={own.title}>
        <Button isLoading={asked.isFetching} onClick={() => void asked.refetch()}>
          {own.again}
        </Button>
      </PartHeader>
      <p className="plain">{own.lead}</p>
      <Loaded of={asked} label={own.loading}>
        {(preflight) => <Checks preflight={preflight} />}
      </Loaded>
    </Stack>
  );
}

/** What blocks first. */
const ORDER = ['failed', 'warning', 'ok'] as const;

function Checks({ preflight: { checks } }: { readonly preflight: Preflight }) {
  const { table, what } = projectSettingsTexts.check;
  return (
    <Stack space="space.200">
      <div role="status">
        <Verdict checks={checks} />
      </div>
      <ul className="preflight" aria-label={table}>
        {ORDER.flatMap((result) => checks.filter((check) => check.result === result)).map((check, index) => (
          <li key={index}>
            <Mark kind={check.result} />
            <div>
              <strong>{what[check.what]}</strong>
              <p className="plain">{sayReason(check.reason)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Verdict({ checks }: { readonly checks: readonly PreflightCheck[] }) {
  const own = projectSettingsTexts.check;
  const failed = checks.filter(({ result }) => result === 'failed').length;
  const warnings = checks.filter(({ result }) => result === 'warning').length;
  if (failed > 0) {
    return (
      <SectionMessage appearance="error">
        <p>{own.blocked({ count: failed })}</p>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance={warnings > 0 ? 'warning' : 'success'}>
      <p>{warnings > 0 ? own.warnings({ count: warnings }) : own.ready}</p>
    </SectionMessage>
  );
}
