import SectionMessage from '@atlaskit/section-message';
import type { RunView } from '../../../../../../src/contract';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { partsOf, sayReason } from '../../../texts/reasons';
import { capital } from '../../../components/capital';
import { useNow } from '../../../components/use-now';

const { run: words } = projectTexts.sync;

/** What a run waits for, and until when. */
export function RunWaiting({ run: { state, message, waitsUntil } }: { readonly run: RunView }) {
  const now = useNow();
  if (state === 'running' || message === undefined) return null;
  const [why = message] = partsOf(message, 'because');
  return (
    <SectionMessage title={titleOf(waitsUntil, now)} headingLevel="h3">
      <p>{capital(sayReason(waitsUntil === undefined ? message : why))}</p>
      {waitsUntil === undefined ? null : <p>{words.goesOn}</p>}
    </SectionMessage>
  );
}

function titleOf(until: string | undefined, now: number): string {
  if (until === undefined) return words.waiting;
  const minutes = Math.ceil((Date.parse(until) - now) / 60_000);
  return minutes > 0 ? words.waitsUntil({ time: format().time(until), minutes }) : words.goesOnNow;
}
