/** docs/assumptions.md, as it follows from `assumptions/`. */
import path from 'node:path';
import { ASSUMPTIONS, type Assumption } from '../assumptions';

export const ASSUMPTIONS_PAGE = path.join(__dirname, '..', 'docs', 'assumptions.md');

const HEAD = `# Assumptions

What only a live site or account can show. Comments call it _unverified_ and name the number; the rows stand in \`assumptions/\`, and \`npx tsx tools/assumptions.ts\` writes this page.

**To see** says what it takes: **asking** changes nothing but the app's own storage; **scratch** needs a project or a workload that is made and removed for it; **by hand** needs a person, time, or a failure that no script can bring about.
`;

const SERVICES = { J: 'Jira', F: 'Forge', A: 'AWS' } as const;

/** The page before Prettier has put it in form. */
export function assumptionsPage(): string {
  const sections = Object.entries(SERVICES).map(([letter, service]) => {
    const rows = ASSUMPTIONS.filter(({ id }) => id.startsWith(letter));
    return [
      `\n## ${service}\n`,
      cells(['number', 'assumed', 'relied on by', 'otherwise', 'to see']),
      cells(Array.from({ length: 5 }, () => '---')),
      ...rows.map(rowOf),
    ];
  });
  return [HEAD, ...sections.flat(), ''].join('\n');
}

function rowOf({ id, assumed, reliedOnBy, otherwise, toSee }: Assumption): string {
  return cells([id, assumed, reliedOnBy, otherwise, toSee.replace('-', ' ')]);
}

function cells(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}
