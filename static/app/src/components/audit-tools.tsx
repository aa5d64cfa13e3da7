import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { saveFile } from '../bridge/save-file';
import { checkAudit, exportAudit } from '../data/audit-walk';
import { useAction } from '../data/use-action';
import { texts } from '../texts';
import { sayReason } from '../texts/reasons';
import { Failure } from './failure';

type Checked = Awaited<ReturnType<typeof checkAudit>>;

/** Checks the chains of the log, and hands it out as a file. */
export function AuditTools({ projectKey }: { readonly projectKey: string | undefined }) {
  const { audit } = texts.components;
  const [checked, setChecked] = useState<Checked>();
  const check = useAction(async () => setChecked(await checkAudit(projectKey)));
  const take = useAction(async () =>
    saveFile(`audit-${projectKey ?? 'site'}.jsonl`, await exportAudit(projectKey), 'application/x-ndjson'),
  );
  const failure = check.failure ?? take.failure;
  return (
    <Stack space="space.100">
      <Inline space="space.100" shouldWrap>
        <Button isLoading={check.isRunning} onClick={() => void check.run()}>
          {audit.check}
        </Button>
        <Button isLoading={take.isRunning} onClick={() => void take.run()}>
          {audit.export}
        </Button>
      </Inline>
      <div role="status">{checked ? <Verdict checked={checked} /> : null}</div>
      {failure ? <Failure failure={failure} title={audit.failed} /> : null}
    </Stack>
  );
}

function Verdict({ checked: { entries, chains, flaws } }: { readonly checked: Checked }) {
  const { audit } = texts.components;
  if (flaws.length === 0) return <p>{audit.complete({ entries, chains })}</p>;
  return (
    <>
      <p>{audit.notComplete({ count: flaws.length })}</p>
      <ul>
        {flaws.map(({ chain, flaw }, index) => (
          <li key={index}>
            {chain}: {sayReason(flaw)}
          </li>
        ))}
      </ul>
    </>
  );
}
