/** Random links of any legal lens, in any script. */
import fc from 'fast-check';
import { identityKey } from '../../src/jira/ownership';
import type { Link } from '../../src/review-entries/link';
import { lensIdentity, WORKLOAD_ARN } from './review';

const side = fc.constantFrom('open' as const, 'done' as const);

/** Summaries are at most 255 UTF-16 units; CJK takes 3 bytes each in UTF-8. */
const summary = fc.oneof(
  fc.string({ maxLength: 255 }),
  fc.integer({ min: 0, max: 255 }).map((length) => '安'.repeat(length)),
);

export interface Shape {
  readonly lenses: number;
  readonly pillars: number;
  readonly questions: number;
  readonly choices: number;
}

/** Links of this many issues, numbered, so that two draws are about the same identities. */
export function someLinks(shape: Shape): fc.Arbitrary<Link[]> {
  const { lenses, pillars, questions, choices } = shape;
  const place = fc.record({
    lens: fc.nat(lenses - 1),
    pillar: fc.nat(pillars - 1),
    question: fc.nat(questions - 1),
    choice: fc.option(fc.nat(choices - 1), { nil: undefined }),
  });
  const link = fc
    .record({ place, summary, jira: side, review: side, label: summary })
    .map(({ place, summary, jira, review, label }): Link => linkAt(place, summary, { review, jira }, label));
  return fc.uniqueArray(link, { selector: ({ identity }) => identityKey(identity), maxLength: 60 });
}

export interface LinkPlace {
  readonly lens: number;
  readonly pillar: number;
  readonly question: number;
  readonly choice: number | undefined;
}

/** Long ids, as long as AWS allows: 128 for a question, 64 for a choice. */
export function linkAt(
  { lens, pillar, question, choice }: LinkPlace,
  summary = 'A title',
  synced: Link['synced'] = { review: 'open', jira: 'open' },
  label = 'security',
): Link {
  return {
    identity: {
      workload: WORKLOAD_ARN,
      lens: lensIdentity(`lens${lens}`),
      question: `q${question}`.padEnd(128, '_'),
      ...(choice === undefined ? {} : { choice: `c${choice}`.padEnd(64, '_') }),
    },
    pillar: `pillar${pillar}`.padEnd(64, '_'),
    issueId: `1${lens}${pillar}${question}${choice ?? ''}`,
    summary,
    descriptionHash: '0123456789abcdef',
    values: 'fedcba9876543210',
    labels: ['well-architected', label],
    synced,
  };
}
