/** The circle that a newcomer walks: from a review in AWS to the board, and back. */
import { html } from 'hono/html';
import type { Markup } from './markup';

type Destination = 'settings' | 'projectSettings' | 'page' | 'board' | 'aws';

const STEPS: readonly { readonly title: string; readonly text: string; readonly destination: Destination }[] =
  [
    {
      title: 'Connect',
      text: 'One AWS account is connected; see how, or add another.',
      destination: 'settings',
    },
    { title: 'Link', text: 'Choose which workload the space works on.', destination: 'projectSettings' },
    {
      title: 'Preview',
      text: 'See every work item that a sync would create, change or close.',
      destination: 'page',
    },
    { title: 'Sync', text: 'Confirm the plan and watch it happen.', destination: 'page' },
    {
      title: 'Board',
      text: 'The review is an Epic, questions are Tasks, practices their Sub-tasks.',
      destination: 'board',
    },
    { title: 'Move a card', text: 'Drag it, or use “Move to” on it; then sync again.', destination: 'board' },
    {
      title: 'Read the note in AWS',
      text: 'A question’s notes tell how far its work items are.',
      destination: 'aws',
    },
    { title: 'Select a practice there', text: 'Tick what is in place now, and save.', destination: 'aws' },
    {
      title: 'See the card move',
      text: 'Sync again. In automatic mode let five minutes pass at the top instead, twice: the app sees the change, then waits until nothing else changes.',
      destination: 'board',
    },
  ];

const NAMES: Readonly<Record<Destination, string>> = {
  settings: 'Settings',
  projectSettings: 'Space settings',
  page: 'Well-Architected',
  board: 'Board',
  aws: 'AWS console',
};

/** @param key the project that it goes through. */
export function walk(key: string): Markup {
  const paths: Readonly<Record<Destination, string>> = {
    settings: '/settings/well-architected',
    projectSettings: `/projects/${key}/settings/well-architected`,
    page: `/projects/${key}/well-architected`,
    board: `/projects/${key}/board`,
    aws: '/aws-console',
  };
  return html`<ol class="walk">
    ${STEPS.map(
      ({ title, text, destination }) =>
        html`<li>
          <strong>${title}.</strong> ${text}
          <a href="${paths[destination]}" aria-label="${title}: ${NAMES[destination]}"
            >${NAMES[destination]}</a
          >
        </li>`,
    )}
  </ol>`;
}
