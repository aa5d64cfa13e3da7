import type { IssueInReview } from '../../../../../src/contract';
import { issueTexts } from '../../texts/issue';

const words = issueTexts;

type ShownBlock = NonNullable<NonNullable<IssueInReview['notes']>['block']>;

/** What stands in the question's notes: people's own words, and the block that the app keeps. */
export function Notes({ notes }: { readonly notes: IssueInReview['notes'] }) {
  if (!notes) return null;
  const people = notes.people.trim();
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{words.notes}</h2>
      {people === '' && notes.block === undefined ? <p>{words.noNotes}</p> : null}
      {people === '' ? null : <Part title={words.notesOfPeople} text={people} />}
      {notes.block === undefined ? null : <Block block={notes.block} />}
    </section>
  );
}

/** What bears the app's markers is called the app's only where it is as the app remembers it. */
function Block({ block: { text, origin } }: { readonly block: ShownBlock }) {
  const about = origin === 'confirmed' ? undefined : words.aboutBlock[origin];
  return <Part title={words.notesOfJira[origin]} text={text} about={about} />;
}

interface PartProps {
  readonly title: string;
  readonly text: string;
  readonly about?: string | undefined;
}

function Part({ title, text, about }: PartProps) {
  return (
    <figure className="notes">
      <figcaption>{title}</figcaption>
      {about === undefined ? null : <p>{about}</p>}
      <pre tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
    </figure>
  );
}
