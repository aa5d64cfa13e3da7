import './page-nav.css';

export interface NavItem<T extends string> {
  readonly key: T;
  readonly label: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly items: readonly NavItem<T>[];
  readonly current: T;
  readonly onGo: (key: T) => void;
}

/** The parts of a page, or of a section of it, of which one is open. */
export function PageNav<T extends string>({ label, items, current, onGo }: Props<T>) {
  return (
    <nav aria-label={label}>
      <ul className="page-nav">
        {items.map((item) => (
          <li key={item.key}>
            <button
              type="button"
              className="page-nav-item"
              aria-current={item.key === current ? 'true' : undefined}
              onClick={() => onGo(item.key)}
            >
              {item.label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
