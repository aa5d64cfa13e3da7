import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Inline } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import '../../components/cards.css';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { useProjectKey } from '../../bridge/use-page-context';
import { AskFirst } from '../../components/ask-first';
import { projectSettingsTexts } from '../../texts/project-settings';
import type { LinkedWorkloadView, LinkState } from '../../../../../src/contract';
import { keepLink } from './keep-link';
import { LinkFacts } from './link-facts';
import { sayReason, sayReasons } from '../../texts/reasons';

interface Props {
  readonly link: LinkedWorkloadView;
  readonly onOpenSettings: () => void;
  readonly onOpenConnections: () => void;
}

/** One linked workload: whether it syncs, what to do if not, and what can be done with it. */
export function LinkedWorkload({ link, onOpenSettings, onOpenConnections }: Props) {
  const own = projectSettingsTexts.linked;
  const { name, state, automatic } = link;
  const { starts } = automatic;
  const isEnded = state.code === 'unlinked';
  return (
    <li className="card">
      <div className="card-head">
        <strong className="card-name">{name}</strong>
        <Lozenge appearance={APPEARANCE[state.code]}>{own.state[state.code]}</Lozenge>
        {state.code === 'active' && starts ? <Lozenge>{own.starts[starts]}</Lozenge> : null}
      </div>
      {state.code === 'active' ? null : <p className="plain">{sayReason(state.reason)}</p>}
      {isEnded ? <p className="plain">{own.relink}</p> : null}
      {automatic.attention ? (
        <SectionMessage appearance="warning" title={own.attention} headingLevel="h3">
          <p>{sayReasons(automatic.attention.reasons)}</p>
        </SectionMessage>
      ) : null}
      <LinkFacts link={link} />
      <Inline space="space.100" rowSpace="space.100" shouldWrap>
        <Button aria-label={own.settingsOf({ name })} onClick={onOpenSettings}>
          {own.settings}
        </Button>
        {BROKEN.includes(state.code) ? (
          <Button onClick={onOpenConnections}>{own.openConnections}</Button>
        ) : null}
        {isEnded ? null : <Unlink link={link} />}
      </Inline>
    </li>
  );
}

const APPEARANCE = {
  active: 'success',
  unlinked: 'default',
  'workload-gone': 'removed',
  'connection-deleted': 'removed',
  'connection-not-usable': 'removed',
  'not-served': 'removed',
  'record-unreadable': 'removed',
  'project-archived': 'moved',
  'project-deleted': 'removed',
} as const satisfies Record<LinkState['code'], string>;

/** States that a connection of the project could mend. */
const BROKEN: readonly LinkState['code'][] = ['connection-deleted', 'connection-not-usable', 'not-served'];

function Unlink({ link: { workloadArn, name } }: Pick<Props, 'link'>) {
  const projectKey = useProjectKey();
  const own = projectSettingsTexts.linked;
  const unlink = async () => {
    const after = await call('workload.unlink', { projectKey, workloadArn });
    tell(own.unlinked);
    await keepLink(projectKey, after);
  };
  return (
    <AskFirst
      isSubtle
      verb={own.unlink}
      name={own.unlinkOf({ name })}
      question={own.confirmTitle({ name })}
      work={unlink}
    >
      <p>{own.confirmBody}</p>
    </AskFirst>
  );
}
