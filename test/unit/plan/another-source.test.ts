/** A second, tiny source with an identity, a tree and states of its own is planned as the review is. */
import { describe, expect, test } from '@jest/globals';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import type { OurIssue } from '../../../src/jira/model';
import { descriptionHash } from '../../../src/plan/description';
import type { Content, Entry, IssueOf, ItemStatus } from '../../../src/plan/entry';
import { linkAfter, linkOfCreated } from '../../../src/plan/link-after';
import type { Link } from '../../../src/plan/link';
import { makePlan } from '../../../src/plan/make-plan';
import type { Change, Plan, PlanInput } from '../../../src/plan/plan';
import type { Source } from '../../../src/plan/source';
import { writtenHash } from '../../../src/plan/texts';
import { STATUSES } from '../../builders/board';

/** A finding is known by the scan's number and its own, and needs no Sub-tasks. */
interface Stamp {
  readonly scan: number;
  readonly finding?: string;
  readonly severity?: 'urgent' | 'low';
}
type ScanEntry = Entry<Stamp>;
type ScanIssue = IssueOf<ScanEntry>;

interface Finding {
  readonly name: string;
  readonly status: ItemStatus | 'accepted';
  readonly severity?: 'urgent' | 'low';
}

const keyOf = ({ scan, finding }: Stamp) => `${scan}#${finding ?? ''}`;

function content(title: string): Content {
  const description = doc(paragraph(text(`About ${title}.`)));
  return {
    summary: title,
    description,
    descriptionHash: descriptionHash(description),
    values: title,
    labels: ['scan'],
  };
}

function entryOf({ name, status, severity = 'low' }: Finding): ScanEntry {
  const stamp = { scan: 7, finding: name, severity };
  const isAccepted = status === 'accepted';
  const is = isAccepted ? 'notApplicable' : status;
  return {
    key: keyOf(stamp),
    parentKey: keyOf({ scan: 7 }),
    level: 'task',
    stamp,
    content: content(name),
    state: { is, mayChange: !isAccepted, because: { code: 'scan-says', params: { status } } },
    standing: is === 'open' ? 'in' : 'finished',
    group: keyOf(stamp),
  };
}

function sourceOf(findings: readonly Finding[]): Source<ScanEntry> {
  const top: ScanEntry = {
    key: keyOf({ scan: 7 }),
    level: 'epic',
    stamp: { scan: 7 },
    content: content('Scan 7'),
    standing: 'in',
  };
  return {
    entries: [top, ...findings.map(entryOf)],
    isWhole: true,
    keyOf: ({ property }) => keyOf(property),
    gone: () => ({ code: 'finding-gone', params: {} }),
    propertyChanges: (before, after) =>
      before.severity === after.severity ? [] : [{ code: 'severity', params: { new: after.severity ?? '' } }],
  };
}

/** Jira and the app's memory, for this source. */
class Site {
  readonly issues = new Map<string, ScanIssue>();
  readonly links = new Map<string, Link>();
  private number = 0;

  plan(findings: readonly Finding[], { parentsFollow = true } = {}): Plan<ScanEntry> {
    const input: PlanInput<ScanEntry> = {
      source: sourceOf(findings),
      settings: {
        parentsFollow,
        resolveSelects: {
          implemented: [{ statusId: STATUSES.done.id }],
          notApplicable: [{ resolutionId: '9', reason: 'false alarm' }],
        },
      },
      run: { recreate: false },
      projectId: '1',
      servedProjects: ['1'],
      issues: [...this.issues.values()],
      links: this.links,
      ...{ uncertain: new Set<string>(), gone: new Set<string>() },
    };
    return makePlan(input);
  }

  sync(findings: readonly Finding[]): Plan<ScanEntry> {
    const plan = this.plan(findings);
    const changed = { updated: new Set<string>(), moved: new Set<string>() };
    for (const change of plan.changes) this.apply(change, changed);
    for (const matched of plan.matched) {
      const { id } = matched.issue;
      const applied = { updated: changed.updated.has(id), moved: changed.moved.has(id) };
      this.links.set(matched.entry.key, linkAfter(matched, applied));
    }
    return plan;
  }

  move(key: string, status: OurIssue['status'], resolution?: OurIssue['resolution']): void {
    this.issues.set(key, { ...this.issue(key), status, resolution });
  }

  issue(key: string): ScanIssue {
    return this.issues.get(key)!;
  }

  private apply(
    change: Change<ScanEntry>,
    { updated, moved }: Record<'updated' | 'moved', Set<string>>,
  ): void {
    const { key } = change.entry;
    if (change.kind === 'create') {
      this.create(change.entry);
      return;
    }
    (change.kind === 'update' ? updated : moved).add(change.issue.id);
    if (change.kind === 'update') this.issues.set(key, { ...this.issue(key), ...change.patch });
    else if (change.kind !== 'choose') this.move(key, change.kind === 'close' ? STATUSES.done : STATUSES.new);
  }

  private create({
    key,
    level,
    content: { summary, description, descriptionHash, labels },
    stamp,
    parentKey,
  }: ScanEntry) {
    const id = String((this.number += 1));
    const written = { summary, descriptionHash, labels };
    this.issues.set(key, {
      id,
      key: `S-${id}`,
      ...{ projectId: '1', projectKey: 'S' },
      issueType: { id: level, name: level },
      level,
      summary,
      description,
      labels,
      status: STATUSES.new,
      statusChangedAt: undefined,
      ...{ resolution: undefined, creator: undefined },
      parentId: parentKey === undefined ? undefined : this.issues.get(parentKey)?.id,
      subtasks: [],
      property: { ...stamp, hash: writtenHash(written) },
    });
    this.links.set(key, linkOfCreated(id, written, 'run'));
  }
}

const words = ({ kind, entry }: Change<ScanEntry>) => `${kind} ${entry.key}`;
const A: Finding = { name: 'a', status: 'open' };
const B: Finding = { name: 'b', status: 'open' };

describe('a source of scans', () => {
  test('makes its issues once, those that are finished not at all', () => {
    const site = new Site();
    const findings: readonly Finding[] = [A, B, { name: 'c', status: 'implemented' }];
    expect(site.sync(findings).changes.map(words)).toEqual(['create 7#', 'create 7#a', 'create 7#b']);
    const again = site.plan(findings);
    expect([again.changes, again.remarks.conflicts, again.unchanged]).toEqual([[], [], 3]);
  });

  test('closes and reopens a Task as its own state says, and the Epic follows', () => {
    const site = new Site();
    site.sync([A, B]);
    const fixed = [A, B].map((one): Finding => ({ ...one, status: one === A ? 'implemented' : 'accepted' }));
    expect(site.sync(fixed).changes.map(words)).toEqual(['close 7#a', 'close 7#b', 'close 7#']);
    expect(site.plan(fixed).changes).toEqual([]);
    expect(site.sync([A, fixed[1]!]).changes.map(words)).toEqual(['reopen 7#', 'reopen 7#a']);
  });

  test('is told of what is done in Jira, in the words of the settings', () => {
    const site = new Site();
    site.sync([A, B]);
    site.move('7#a', STATUSES.done);
    site.move('7#b', STATUSES.done, { id: '9', name: 'False alarm' });
    expect(site.plan([A, B]).changes.filter(({ kind }) => kind === 'choose')).toMatchObject([
      { entry: { key: '7#a', group: '7#a' }, to: { is: 'implemented' } },
      { entry: { key: '7#b', group: '7#b' }, to: { is: 'notApplicable', reason: 'false alarm' } },
    ]);
  });

  test('is left alone where it would not have a state changed', () => {
    const site = new Site();
    site.sync([A]);
    const accepted: readonly Finding[] = [{ ...A, status: 'accepted' }];
    site.sync(accepted);
    site.move('7#a', STATUSES.new);
    const { changes, remarks } = site.plan(accepted, { parentsFollow: false });
    expect(changes).toEqual([]);
    expect(remarks.movedInJira).toMatchObject([{ key: 'S-2', code: 'open-in-jira' }]);
  });

  test('says itself what is gone, and what of its property a person is told', () => {
    const site = new Site();
    site.sync([A, B]);
    const { changes, remarks } = site.plan([{ ...A, severity: 'urgent' }]);
    expect(changes).toMatchObject([
      {
        kind: 'update',
        patch: { property: { severity: 'urgent' } },
        changes: [{ code: 'severity', params: { new: 'urgent' } }],
      },
    ]);
    expect(remarks.outOfScope).toMatchObject([{ key: 'S-3', code: 'finding-gone' }]);
  });

  test('that is emptied is refused; one whose findings all close tells of how many', () => {
    const site = new Site();
    const many = Array.from({ length: 12 }, (_, index): Finding => ({ name: `f${index}`, status: 'open' }));
    site.sync(many);
    expect(site.plan([]).refusal).toBeDefined();
    const { there } = site.plan(many.map((one) => ({ ...one, status: 'implemented' as const })));
    expect([there.issues.open, there.items.done]).toEqual([12, 12]);
  });

  test('a doubled identity is a conflict by its own keys', () => {
    const site = new Site();
    site.sync([A]);
    site.issues.set('a clone', { ...site.issue('7#a'), id: '99', key: 'S-99' });
    const { changes, remarks } = site.plan([A]);
    expect(changes).toEqual([]);
    expect(remarks.conflicts.map(({ code, key }) => [code, key])).toEqual([
      ['doubled-identity', 'S-2'],
      ['doubled-identity', 'S-99'],
    ]);
  });
});
