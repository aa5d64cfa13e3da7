import { useState } from 'react';
import { AskFirst } from '../../../components/ask-first';
import { call } from '../../../bridge/invoke';
import { saveFile } from '../../../bridge/save-file';
import { useProjectKey } from '../../../bridge/use-page-context';
import { projectTexts } from '../../../texts/project';
import { dayOf } from './day-of';
import { asFiltered, BATCH, POINTS_OF_HOUR, priceOf, toCsv } from './export-file';
import type { Practice, ShownRow } from './practices';
import type { TriageFilter } from './triage-rows';

interface Props {
  /** All that the filter leaves, in their order, as far as the app can tell. */
  readonly practices: readonly Practice[];
  readonly filter: TriageFilter;
}

const { triage: words } = projectTexts;

/** Reads under way at a time: a reader's calls share what Jira gives all of them. */
const AT_ONCE = 3;

/** A file of all that the filter leaves, after its price was shown. */
export function ExportAll({ practices, filter }: Props) {
  const projectKey = useProjectKey();
  const [read, setRead] = useState<number>();
  const work = async () => {
    setRead(0);
    try {
      const rows = await readAll(projectKey, practices, (count) => setRead((before = 0) => before + count));
      const today = dayOf(new Date());
      saveFile(`${projectKey}-${today}.csv`, toCsv(asFiltered(rows, filter, today)));
    } finally {
      setRead(undefined);
    }
  };
  if (practices.length === 0) return null;
  const count = practices.length;
  const points = priceOf(count);
  return (
    <AskFirst verb={words.export} question={words.exportAsk({ count })} work={work} appearance="primary">
      <p>{words.exportPrice({ points, all: POINTS_OF_HOUR })}</p>
      {read === undefined ? null : <p role="status">{words.exporting({ read, count })}</p>}
    </AskFirst>
  );
}

/** In the order of what is listed; without what is done by now, or hidden from the reader. @throws CallFailure */
async function readAll(
  projectKey: string,
  practices: readonly Practice[],
  onRead: (count: number) => void,
): Promise<readonly ShownRow[]> {
  const starts = Array.from({ length: Math.ceil(practices.length / BATCH) }, (_, nth) => nth * BATCH);
  const found = new Map<number, readonly ShownRow[]>();
  const waiting = starts.values();
  const worker = async () => {
    for (const from of waiting) {
      const part = practices.slice(from, from + BATCH);
      const { rows } = await call('triage.rows', { projectKey, issueIds: part.map(({ id }) => id) });
      const issues = new Map(rows.map((row) => [row.id, row]));
      found.set(
        from,
        part.flatMap((practice) => {
          const issue = issues.get(practice.id);
          return issue ? [{ practice, issue }] : [];
        }),
      );
      onRead(part.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return starts.flatMap((from) => found.get(from) ?? []);
}
