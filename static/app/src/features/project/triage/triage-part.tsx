import Button from '@atlaskit/button/new';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswer } from '../../../data/use-answer';
import { Failure } from '../../../components/failure';
import { FirstUse } from '../../../components/first-use';
import { LandingHeading } from '../../../components/landing-heading';
import { Unreadable } from '../../../components/unreadable';
import { Waiting } from '../../../components/waiting';
import { projectTexts } from '../../../texts/project';
import type { PartProps } from '../../../components/parts';
import { type OpenPart, openerOf } from '../addresses';
import { TriageList } from './triage-list';
import { useTriageIndex } from './use-triage-index';
import './triage.css';

const { triage: words, parts } = projectTexts;

/** All open best practices of the project's workloads. */
export function TriagePart({ path }: PartProps) {
  const stored = useTriageIndex();
  const { practices, isComplete, failure, tryAgain, unreadable } = stored;
  return (
    <section className="stack" aria-label={words.title}>
      <div className="stack-tight">
        <LandingHeading>{words.title}</LandingHeading>
        <p className="subtle">{words.lead}</p>
      </div>
      <Unreadable records={unreadable} />
      {failure ? (
        <Failure
          failure={failure}
          {...(practices.length > 0 ? { title: words.failed({ count: practices.length }) } : {})}
          onRetry={tryAgain}
        />
      ) : null}
      {!isComplete && !failure && practices.length === 0 ? <Waiting label={words.loading} /> : null}
      {isComplete && practices.length === 0 ? <Nothing onOpen={openerOf(path)} /> : null}
      {practices.length > 0 ? <TriageList stored={stored} /> : null}
    </section>
  );
}

/** Nothing is open: all is done, or nothing was ever synced. */
function Nothing({ onOpen }: { readonly onOpen: OpenPart }) {
  const linked = useAnswer('workload.linked', { projectKey: useProjectKey() });
  if (linked.isPending) return <Waiting label={words.loading} />;
  const wasSynced = !linked.isSuccess || linked.data.workloads.some(({ latestRun }) => latestRun);
  const { title, hint } = wasSynced ? words.empty : words.noneYet;
  return (
    <FirstUse title={title} lead={hint}>
      <Button onClick={() => onOpen({ name: 'overview' })}>{parts.overview}</Button>
    </FirstUse>
  );
}
