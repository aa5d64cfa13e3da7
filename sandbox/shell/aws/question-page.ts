import type { Answer, Choice } from '@aws-sdk/client-wellarchitected';
import { html } from 'hono/html';
import { respond } from '../layout';
import type { Markup } from '../markup';
import { submit } from '../submit';
import type { Visit } from '../visit';
import { ask, consoleClient } from './console-client';
import { awsRisk, consoleCrumbs } from './console-marks';
import { type QuestionAddress, lensPath, questionPath } from './console-paths';
import { notesPreview } from './notes-preview';
import { type ChoiceState, MAX_NOTES, REASONS, appliesName, changesIn, stateOf } from './question-form';

/** A question of a review, to be answered. @throws Problem if AWS does not know it */
export async function questionPage(visit: Visit, address: QuestionAddress): Promise<Response> {
  const client = await consoleClient(visit.site, address.region);
  const at = { WorkloadId: address.workloadId, LensAlias: address.lens };
  const [{ Workload }, { LensReview }, { Answer = {} }] = await Promise.all([
    ask(client.getWorkload({ WorkloadId: address.workloadId })),
    ask(client.getLensReview(at)),
    ask(client.getAnswer({ ...at, QuestionId: address.question })),
  ]);
  const title = Answer.QuestionTitle ?? address.question;
  const lens = html`<a href="${lensPath(address)}">${LensReview?.LensName ?? address.lens}</a>`;
  return respond(visit, {
    title,
    body: html`<div class="page">
      ${consoleCrumbs(address, Workload?.WorkloadName ?? address.workloadId, lens)}
      <h1>${title}</h1>
      <p>${awsRisk(Answer.Risk)}</p>
      ${answerForm(address, Answer)}
    </div>`,
  });
}

/** Saves what the person changed, and nothing else. */
export async function saveAnswer({ context, site }: Visit, address: QuestionAddress): Promise<Response> {
  const changes = changesIn(await context.req.formData());
  const isChanged = Object.keys(changes).length > 0;
  const done = isChanged ? 'The answer was saved.' : 'Nothing was changed.';
  return submit(context, { done, failed: 'AWS did not save it.', next: questionPath(address) }, async () => {
    if (!isChanged) return;
    const client = await consoleClient(site, address.region);
    const { workloadId: WorkloadId, lens: LensAlias, question: QuestionId } = address;
    await ask(client.updateAnswer({ WorkloadId, LensAlias, QuestionId, ...changes }));
  });
}

function answerForm(address: QuestionAddress, answer: Answer): Markup {
  const state = stateOf(answer);
  const states = new Map(state.choices);
  const { Choices = [], Notes = '' } = answer;
  return html`<form class="answer" method="post" action="${questionPath(address)}">
    <input type="hidden" name="before" value="${JSON.stringify(state)}" />
    <fieldset>
      <legend>Select from the following</legend>
      <ul class="choices">
        ${Choices.map((choice) => choiceRow(choice, states.get(choice.ChoiceId ?? '') ?? 'UNSELECTED'))}
      </ul>
    </fieldset>
    <fieldset>
      <legend>Question does not apply to this workload</legend>
      <label class="check">
        <input type="checkbox" name="inapplicable" ${state.isApplicable ? '' : html`checked`} />
        Does not apply
      </label>
      <label for="answer-reason">Reason</label>
      <select id="answer-reason" name="reason">
        ${REASONS.map(({ reason, name }) => option(reason, name, reason === state.reason))}
      </select>
    </fieldset>
    <h2 id="notes-heading"><label for="answer-notes">Notes</label></h2>
    <p class="quiet" id="notes-hint">
      At most 2,084 characters. What Jira says stands between two marker lines.
    </p>
    ${notesArea(Notes)}
    <button class="button button-primary" type="submit">Save</button>
    ${notesPreview(Notes)}
  </form>`;
}

/** The line end after the tag is the markup's own: without it a first empty line of the notes would be lost. */
function notesArea(notes: string): Markup {
  const end = '\n';
  // prettier-ignore
  return html`<textarea id="answer-notes" name="notes" rows="12" maxlength="${MAX_NOTES}" aria-describedby="notes-hint">${end}${notes}</textarea>`;
}

function choiceRow({ ChoiceId = '', Title = ChoiceId }: Choice, state: ChoiceState): Markup {
  const isNone = Title.trim().toLowerCase() === 'none of these';
  return html`<li>
    <label class="check grow">
      <input
        type="checkbox"
        name="selected"
        value="${ChoiceId}"
        ${state === 'SELECTED' ? html`checked` : ''}
      />
      <bdi>${Title}</bdi>
    </label>
    ${isNone ? '' : appliesSelect(ChoiceId, Title, state)}
  </li>`;
}

function appliesSelect(id: string, title: string, state: ChoiceState): Markup {
  return html`<select name="${appliesName(id)}" aria-label="Whether this applies: ${title}">
    <option value="">Applies</option>
    ${REASONS.map(({ reason, name }) => option(reason, `Does not apply: ${name}`, reason === state))}
  </select>`;
}

function option(value: string, name: string, isSelected: boolean): Markup {
  return html`<option value="${value}" ${isSelected ? html`selected` : ''}>${name}</option>`;
}
