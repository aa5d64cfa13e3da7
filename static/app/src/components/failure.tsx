import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { CallFailure } from '../bridge/call-failure';
import { texts } from '../texts';
import { sayFailure } from './say-failure';

interface Props {
  readonly failure: CallFailure;
  readonly title?: string;
  readonly onRetry?: () => void;
  /** Where headings of a lower level follow. */
  readonly headingLevel?: 'h4';
}

/** Why a resolver refused, and a way to try again where that can help. */
export function Failure({ failure, title, onRetry, headingLevel }: Props) {
  const isRefused = failure.code === 'unauthorised';
  const { noPermission, failed, tryAgain } = texts.shared;
  return (
    <div role="alert">
      <SectionMessage
        appearance={isRefused ? 'warning' : 'error'}
        title={title ?? (isRefused ? noPermission : failed)}
        {...(headingLevel ? { headingLevel } : {})}
      >
        <p>{sayFailure(failure)}</p>
        {onRetry && !isRefused ? <Button onClick={onRetry}>{tryAgain}</Button> : null}
      </SectionMessage>
    </div>
  );
}
