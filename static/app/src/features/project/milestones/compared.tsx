import Button from '@atlaskit/button/new';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import Heading from '@atlaskit/heading';
import type { LensCompared, LinkedWorkloadView, StatesCompared } from '../../../../../../src/contract';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswer } from '../../../data/use-answer';
import { LandingHeading } from '../../../components/landing-heading';
import { Loaded } from '../../../components/loaded';
import { WideRow, WideTable } from '../../../components/wide-table';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { FRAMEWORK } from '../../settings/framework';
import { Placed } from './placed';

const { milestones: words } = projectTexts;

interface Props {
  readonly workload: LinkedWorkloadView;
  readonly before: number;
  /** Absent: with the state of now. */
  readonly after?: number;
  readonly onBack: () => void;
}

/** What was gained and lost between two states of a review. */
export function Compared({ workload: { workloadArn, name }, before, after, onBack }: Props) {
  const states = { before, ...(after === undefined ? {} : { after }) };
  const asked = useAnswer('milestone.compare', { projectKey: useProjectKey(), workloadArn, ...states });
  return (
    <>
      <div className="flush">
        <Button appearance="subtle" iconBefore={ArrowLeftIcon} onClick={onBack}>
          {words.all}
        </Button>
      </div>
      <Loaded of={asked} label={words.comparing}>
        {(compared) => <States workload={name} {...compared} />}
      </Loaded>
    </>
  );
}

function States({
  workload,
  before,
  after,
  lenses,
  onlyBefore,
  onlyAfter,
}: StatesCompared & { readonly workload: string }) {
  const count = (of: (lens: LensCompared) => readonly unknown[]) =>
    lenses.reduce((sum, lens) => sum + of(lens).length, 0);
  const gained = count((lens) => lens.gained);
  const lost = count((lens) => lens.lost);
  return (
    <>
      <div className="stack-tight">
        <LandingHeading>{words.summary({ gained, lost })}</LandingHeading>
        <p className="subtle">
          {words.between({ workload, before: before.name, after: after?.name ?? words.now.toLowerCase() })}
        </p>
      </div>
      {onlyBefore.length > 0 ? <p>{words.onlyBefore({ lenses: format().list(onlyBefore) })}</p> : null}
      {onlyAfter.length > 0 ? <p>{words.onlyAfter({ lenses: format().list(onlyAfter) })}</p> : null}
      {lenses.map((lens) => (
        <Lens key={lens.name} lens={lens} />
      ))}
    </>
  );
}

/** Lost before gained: what went wrong is found first. */
function Lens({ lens }: { readonly lens: LensCompared }) {
  const { name, versions, withoutPartner, lost, gained, excepted, noLongerExcepted, answered } = lens;
  const alone = withoutPartner.before + withoutPartner.after;
  return (
    <section className="stack" aria-label={name}>
      <Heading as="h3" size="small">
        {name}
      </Heading>
      {versions ? <p>{words.versions(versions)}</p> : null}
      {alone > 0 ? <p className="subtle">{words.withoutPartner(withoutPartner)}</p> : null}
      <Pillars lens={lens} />
      <Placed title={words.lost({ count: lost.length })} places={lost} />
      <Placed title={words.gained({ count: gained.length })} places={gained} />
      <Placed title={words.excepted({ count: excepted.length })} places={excepted} />
      <Placed title={words.noLongerExcepted({ count: noLongerExcepted.length })} places={noLongerExcepted} />
      <Placed title={words.answered({ count: answered.length })} places={answered} />
    </section>
  );
}

function Pillars({ lens: { name, pillars, risks } }: { readonly lens: LensCompared }) {
  const { columns } = words;
  const change = (before: number, after: number) =>
    before === after ? words.same({ count: after }) : words.change({ before, after });
  const cells = (label: string, { before, after }: LensCompared['risks']) => [
    label,
    change(before.HIGH, after.HIGH),
    change(before.MEDIUM, after.MEDIUM),
    change(before.UNANSWERED, after.UNANSWERED),
  ];
  return (
    <WideTable label={name} columns={[columns.pillar, columns.high, columns.medium, columns.unanswered]}>
      {pillars.map((pillar) => (
        <WideRow key={pillar.id} cells={cells(nameOf(pillar.id), pillar)} />
      ))}
      <WideRow cells={cells(words.allPillars, risks)} />
    </WideTable>
  );
}

/** AWS's answers name pillars by their ids; those of the Framework are known. */
function nameOf(pillarId: string): string {
  return FRAMEWORK.pillars.find(({ id }) => id === pillarId)?.name ?? pillarId;
}
