import type { IssueInReview } from '../../../../../src/contract';
import { issueTexts } from '../../texts/issue';

const words = issueTexts;

/** What stands in the question's notes: people's own words, and the block that the app keeps. */
export function Notes({ notes }: { readonly notes: IssueInReview['notes'] }) {
  if (!notes) return null;
  const people = notes.people.trim();
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{words.notes}</h2>
      {people === '' && notes.block === undefined ? <p>{words.noNotes}</p> : null}
      {people === '' ? null : <Part title={words.notesOfPeople} text={people} />}
      {notes.block === undefined ? null : <Part title={words.notesOfJira} text={notes.block} />}
    </section>
  );
}

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <figure className="notes">
      <figcaption>{title}</figcaption>
      <pre tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
    </figure>
  );
}
