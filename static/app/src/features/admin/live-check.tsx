import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Box, Stack } from '@atlaskit/primitives/compiled';
import { call } from '../../bridge/invoke';
import { useAction } from '../../data/use-action';
import { Failure } from '../../components/failure';
import { PartHeading } from '../../components/part-heading';
import { WideRow, WideTable } from '../../components/wide-table';
import { adminTexts } from '../../texts/admin';
import { sayReason } from '../../texts/reasons';
import type { LiveCheckFinding } from '../../../../../src/contract';

const APPEARANCES = { holds: 'success', wrong: 'removed', unclear: 'moved' } as const;

/** What the platform does, as nobody but the app can see it. */
export function LiveCheck() {
  const { title, lead, run: label } = adminTexts.liveCheck;
  const [findings, setFindings] = useState<readonly LiveCheckFinding[]>([]);
  const check = useAction(async () => {
    setFindings((await call('liveCheck.run', {})).findings);
  });
  return (
    <Stack space="space.200">
      <PartHeading>{title}</PartHeading>
      <p className="plain">{lead}</p>
      <Box>
        <Button appearance="primary" isLoading={check.isRunning} onClick={() => void check.run()}>
          {label}
        </Button>
      </Box>
      {check.failure ? <Failure failure={check.failure} /> : null}
      {findings.length > 0 && <Findings findings={findings} />}
    </Stack>
  );
}

function Findings({ findings }: { readonly findings: readonly LiveCheckFinding[] }) {
  const { title, columns, verdicts } = adminTexts.liveCheck;
  return (
    <WideTable label={title} columns={[columns.id, columns.verdict, columns.seen]}>
      {findings.map(({ id, verdict, seen }) => (
        <WideRow
          key={id}
          cells={[
            id,
            <Lozenge key="verdict" appearance={APPEARANCES[verdict]}>
              {verdicts[verdict]}
            </Lozenge>,
            sayReason(seen),
          ]}
        />
      ))}
    </WideTable>
  );
}
