import SectionMessage from '@atlaskit/section-message';
import type { CallFailure } from '../../../bridge/call-failure';
import { sayFailure } from '../../../components/say-failure';
import { projectTexts } from '../../../texts/project';

const { run: words } = projectTexts.sync;

/** Why a run cannot be asked for just now, and that it goes on all the same. */
export function RunLost({ failure }: { readonly failure: CallFailure }) {
  return (
    <div role="status">
      <SectionMessage appearance="warning" title={words.lostTitle} headingLevel="h3">
        <p>{sayFailure(failure)}</p>
        <p>{words.lost}</p>
      </SectionMessage>
    </div>
  );
}
