import { Inline } from '@atlaskit/primitives/compiled';
import '../../components/cards.css';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { forgetSiteLink } from '../../data/site-links-query';
import { AskFirst } from '../../components/ask-first';
import { Time } from '../../components/time';
import { adminTexts } from '../../texts/admin';
import type { SiteLinkView } from '../../../../../src/contract';

interface Props {
  readonly link: SiteLinkView;
  /** A name, or what there is in its place. */
  readonly linkedBy: string;
}

/** One linked workload, whose link can be ended. */
export function SiteLink({ link, linkedBy }: Props) {
  const own = adminTexts.links;
  const { name, workloadArn, linkedAt } = link;
  const [region, account] = workloadArn.split(':').slice(3);
  return (
    <li className="card">
      <div className="card-head">
        <strong className="card-name">{name}</strong>
      </div>
      <p className="plain">{spaceOf(link)}</p>
      <p className="hint">
        {[region, own.account({ id: account ?? '' }), own.by({ name: linkedBy })].join(' · ')}
        {', '}
        <Time at={linkedAt} />
      </p>
      <Unlink link={link} />
    </li>
  );
}

function spaceOf({ projectId, projectKey }: SiteLinkView): string {
  const { space, goneSpace } = adminTexts.links;
  return projectKey === undefined ? goneSpace({ id: projectId }) : space({ key: projectKey });
}

function Unlink({ link }: Pick<Props, 'link'>) {
  const own = adminTexts.links;
  const { name, workloadArn, projectId } = link;
  const unlink = async () => {
    await call('siteWorkload.unlink', { workloadArn, projectId });
    tell(own.unlinked);
    forgetSiteLink(workloadArn);
  };
  return (
    <Inline shouldWrap>
      <AskFirst
        isSubtle
        verb={own.unlink}
        name={own.unlinkOf({ name })}
        question={own.confirmTitle({ name, space: spaceOf(link) })}
        work={unlink}
      >
        <p>{own.stops}</p>
        <p>{own.stays}</p>
        <p>{own.after}</p>
      </AskFirst>
    </Inline>
  );
}
