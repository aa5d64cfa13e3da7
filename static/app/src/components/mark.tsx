import ErrorIcon from '@atlaskit/icon/core/status-error';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import { texts } from '../texts';

export type MarkKind = 'ok' | 'failed' | 'warning' | 'unknown';

/** How a check came out, as a sign with a name. */
export function Mark({ kind }: { readonly kind: MarkKind }) {
  const { ok, missing, warning, unknown } = texts.components;
  switch (kind) {
    case 'ok':
      return <SuccessIcon label={ok} color={token('color.icon.success')} />;
    case 'failed':
      return <ErrorIcon label={missing} color={token('color.icon.danger')} />;
    case 'warning':
      return <WarningIcon label={warning} color={token('color.icon.warning')} />;
    case 'unknown':
      return <QuestionIcon label={unknown} color={token('color.icon.subtle')} />;
  }
}
