import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { Remark, RunOutcome } from '../../../../../../src/contract';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { isUndecided } from '../plan/adoption';
import { ProposalsAtOnce } from './proposals-at-once';
import { RemarkItem } from './remark-item';
import type { Decisions } from './use-decisions';
import './remarks.css';

interface Props {
  readonly outcome: RunOutcome;
  /** Absent for those who may not decide. */
  readonly decisions: Decisions | undefined;
}

/** What needs a person comes first. */
const SECTIONS = ['failed', 'conflicts', 'proposals', 'movedInJira', 'outOfScope', 'notices'] as const;

/** Lines that are drawn at first, and more at each click. */
const STEP = 20;

const { remarks: words, plan } = projectTexts.sync;

/** Everything a run has to tell that is not a change: each with its reason and what to do. */
export function Remarks({ outcome, decisions }: Props) {
  return (
    <>
      {SECTIONS.filter((section) => outcome[section].length > 0).map((section) => (
        <Section
          key={section}
          heading={words[section === 'notices' && isUndecided(outcome) ? 'adoptable' : section]}
          remarks={outcome[section]}
          decisions={section === 'conflicts' || section === 'proposals' ? decisions : undefined}
        />
      ))}
    </>
  );
}

interface SectionProps extends Pick<Props, 'decisions'> {
  readonly heading: { readonly title: string; readonly hint: string };
  readonly remarks: readonly Remark[];
}

function Section({ heading: { title, hint }, remarks, decisions }: SectionProps) {
  const [most, setMost] = useState(STEP);
  const rest = remarks.length - most;
  return (
    <section className="panel" aria-label={title}>
      <div className="stack-tight">
        <div className="row">
          <Heading as="h3" size="small">
            {title}
          </Heading>
          <span className="subtle">{format().number(remarks.length)}</span>
        </div>
        <p className="subtle">{hint}</p>
      </div>
      {decisions ? <ProposalsAtOnce remarks={remarks} decisions={decisions} /> : null}
      <ul className="plain-list remark-list">
        {remarks.slice(0, most).map((remark, index) => (
          <RemarkItem key={`${remark.key ?? remark.title} ${index}`} remark={remark} decisions={decisions} />
        ))}
      </ul>
      {rest > 0 ? (
        <div>
          <Button onClick={() => setMost(most + STEP * 5)}>
            {plan.more({ count: Math.min(rest, STEP * 5) })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
