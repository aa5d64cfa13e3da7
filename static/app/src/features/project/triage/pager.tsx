import Button from '@atlaskit/button/new';
import { projectTexts } from '../../../texts/project';

interface Props {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly rows: number;
  /** Rows of a page. */
  readonly size: number;
  readonly onPage: (page: number) => void;
}

const { triage: words } = projectTexts;

/** Back and forth through the pages of the table; nothing where one page is enough. */
export function Pager({ page, pages, rows, size, onPage }: Props) {
  if (pages <= 1) return null;
  const last = Math.min(rows, (page + 1) * size);
  return (
    <nav className="row row-apart" aria-label={words.pager}>
      <div className="row">
        <Button isDisabled={page === 0} onClick={() => onPage(page - 1)}>
          {words.previous}
        </Button>
        <Button isDisabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
          {words.next}
        </Button>
        <span role="status">{words.page({ page: page + 1, pages })}</span>
      </div>
      <span className="subtle">{words.range({ first: page * size + 1, last, all: rows })}</span>
    </nav>
  );
}
