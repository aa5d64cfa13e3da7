import './page-nav.css';

export interface Place<T extends string> {
  readonly key: T;
  readonly label: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly places: readonly Place<T>[];
  readonly current: T;
  readonly onGo: (key: T) => void;
}

/** The parts of a page, or of a piece of it, of which one is open. */
export function PageNav<T extends string>({ label, places, current, onGo }: Props<T>) {
  return (
    <nav aria-label={label}>
      <ul className="page-nav">
        {places.map((place) => (
          <li key={place.key}>
            <button
              type="button"
              className="page-nav-item"
              aria-current={place.key === current ? 'true' : undefined}
              onClick={() => onGo(place.key)}
            >
              {place.label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
