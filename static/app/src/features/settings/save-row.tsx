import Button from '@atlaskit/button/new';
import type { CallFailure } from '../../bridge/call-failure';
import { Failure } from '../../components/failure';
import { settingsTexts } from '../../texts/settings';

interface Props {
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly failure: CallFailure | undefined;
  readonly onDiscard: () => void;
}

/** The end of a settings form: what went wrong, that there is something to save, and the buttons. */
export function SaveRow({ isChanged, isSaving, failure, onDiscard }: Props) {
  const own = settingsTexts;
  return (
    <div className="save-row">
      {failure ? <Failure failure={failure} title={own.failed} /> : null}
      <div className="save-buttons">
        <Button type="submit" appearance="primary" isLoading={isSaving}>
          {own.save}
        </Button>
        {isChanged ? (
          <Button appearance="subtle" onClick={onDiscard}>
            {own.discard}
          </Button>
        ) : null}
        <span className="hint" role="status">
          {isChanged ? own.unsaved : ''}
        </span>
      </div>
    </div>
  );
}
