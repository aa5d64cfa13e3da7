import SectionMessage from '@atlaskit/section-message';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import { stopOf } from '../../runs/stop-of';
import type { EndedRun } from '../run-screen-props';
import { doneLines, notesAlready } from './done-lines';
import { type Ending, howItEnded } from './how-it-ended';

const { result: words, run: runWords } = projectTexts.sync;

const APPEARANCES = {
  partly: 'error',
  waits: 'warning',
  needsPerson: 'warning',
  nothing: 'success',
  allDone: 'success',
} as const satisfies Record<Exclude<Ending, 'stopped'>, string>;

/** How a run ended and what it did, a line each; what waits for a person, with why. */
export function Summary({ run, outcome }: Pick<EndedRun, 'run' | 'outcome'>) {
  const { unchanged, calls, refusal = [] } = outcome;
  const lines = doneLines(outcome);
  const already = notesAlready(outcome);
  const isPutBack = run.putBack === true;
  const ending = howItEnded(outcome, lines.length > 0, isPutBack);
  const waiting = isPutBack ? words.back.waiting : words.waiting;
  return (
    <SectionMessage appearance={appearanceOf(ending, run)} title={titleOf(ending, run)} headingLevel="h3">
      {ending === 'stopped' ? <p>{sayReason(run.message ?? run.step)}</p> : null}
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {already > 0 ? <li>{words.notesAlready({ count: already })}</li> : null}
        {unchanged > 0 ? <li>{words.unchanged({ count: unchanged })}</li> : null}
        {refusal.map((reason) => (
          <li key={reason.code + sayReason(reason)}>{waiting({ why: sayReason(reason) })}</li>
        ))}
        <li className="subtle small">{words.calls({ jira: calls.jira, aws: calls.aws })}</li>
      </ul>
      {ending === 'stopped' ? <p>{runWords.failedHint}</p> : null}
      {refusal.length > 0 && !isPutBack ? <p>{words.waitingHint}</p> : null}
    </SectionMessage>
  );
}

function appearanceOf(ending: Ending, run: EndedRun['run']) {
  return ending === 'stopped' ? stopOf(run).appearance : APPEARANCES[ending];
}

function titleOf(ending: Ending, run: EndedRun['run']): string {
  if (ending === 'stopped') return stopOf(run).title.sync;
  if (run.putBack === true && (ending === 'allDone' || ending === 'nothing')) return words.back[ending];
  return words[ending];
}
