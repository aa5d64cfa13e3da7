import Heading from '@atlaskit/heading';
import type { PlacedPractice } from '../../../../../../src/contract';

interface Props {
  readonly title: string;
  readonly places: readonly PlacedPractice[];
}

/** Practices under their questions; nothing where there is none. */
export function Placed({ title, places }: Props) {
  if (places.length === 0) return null;
  const questions = [...new Set(places.map(({ question }) => question))];
  return (
    <div className="stack-tight">
      <Heading as="h4" size="xsmall">
        {title}
      </Heading>
      <ul className="milestone-places">
        {questions.map((question) => {
          const own = places.filter((place) => place.question === question);
          const practices = own.flatMap(({ practice }) => (practice === undefined ? [] : [practice]));
          return (
            <li key={question}>
              {question}
              {practices.length > 0 ? (
                <ul>
                  {practices.map((practice) => (
                    <li key={practice}>{practice}</li>
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
