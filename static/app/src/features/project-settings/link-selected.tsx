import Button from '@atlaskit/button/new';
import { Inline } from '@atlaskit/primitives/compiled';
import { Failure } from '../../components/failure';
import { projectSettingsTexts } from '../../texts/project-settings';
import type { WorkloadView } from '../../../../../src/contract';
import type { Selection } from './use-selection';

interface Props {
  readonly shown: readonly WorkloadView[];
  readonly selection: Selection;
}

/** Selects all that the search shows, and links what is selected with one press. */
export function LinkSelected({ shown, selection: { selected, select, failures, done, link } }: Props) {
  const own = projectSettingsTexts.linkable;
  const arns = new Set(shown.map(({ arn }) => arn));
  const count = selected.size;
  return (
    <>
      <Inline space="space.100" rowSpace="space.100" alignBlock="center" shouldWrap>
        <Button isDisabled={link.isRunning} onClick={() => select(shown)}>
          {own.selectAll({ count: arns.size })}
        </Button>
        {count > 0 ? (
          <>
            <Button isDisabled={link.isRunning} appearance="subtle" onClick={() => select([])}>
              {own.selectNone}
            </Button>
            <Button appearance="primary" isLoading={link.isRunning} onClick={() => void link.run()}>
              {own.linkSelected({ count })}
            </Button>
          </>
        ) : null}
        <span role="status">
          {done === undefined ? null : own.linking({ done, count: done + count })}
          {done === undefined && failures.size > 0 ? own.failedMany({ count: failures.size }) : null}
        </span>
      </Inline>
      {link.failure ? <Failure failure={link.failure} title={own.failed} /> : null}
    </>
  );
}
