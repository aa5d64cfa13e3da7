/** What done means, as rules of a form: each names a status or a resolution and what it says. Pure. */
import type { Reason, ResolveSelects } from './model';

export type Meaning = 'implemented' | Reason;

export const MEANINGS = [
  'implemented',
  'OUT_OF_SCOPE',
  'BUSINESS_PRIORITIES',
  'ARCHITECTURE_CONSTRAINTS',
  'OTHER',
] as const satisfies readonly Meaning[];

export type DoneAs = ResolveSelects['implemented'][number];

export interface Rule {
  /** `status 10002`, `resolution 10000`; empty while nothing is chosen. */
  readonly how: string;
  readonly means: Meaning;
}

export function toRules({ implemented, notApplicable }: ResolveSelects): Rule[] {
  return [
    ...implemented.map((done): Rule => ({ how: howOf(done), means: 'implemented' })),
    ...notApplicable.map((done): Rule => ({ how: howOf(done), means: done.reason })),
  ];
}

/** Rules that are not finished are left in: the back end is never sent one, since `ruleProblem` stands before. */
export function fromRules(rules: readonly Rule[]): ResolveSelects {
  return {
    implemented: rules.flatMap(({ how, means }) => (means === 'implemented' ? [doneAs(how)] : [])),
    notApplicable: rules.flatMap(({ how, means }) =>
      means === 'implemented' ? [] : [{ ...doneAs(how), reason: means }],
    ),
  };
}

export function ruleProblem(rules: readonly Rule[]): 'none' | 'incomplete' | 'twice' | undefined {
  if (rules.length === 0) return 'none';
  if (rules.some(({ how }) => idIn(how) === '')) return 'incomplete';
  return new Set(rules.map(({ how }) => how)).size < rules.length ? 'twice' : undefined;
}

/** Work that was refused and closed would count as implemented: no resolution tells it from other work. */
export function countsRefusedWork(rules: readonly Rule[]): boolean {
  const named = rules.filter(({ how }) => idIn(how) !== '');
  const isByStatus = named.some(({ how, means }) => means === 'implemented' && how.startsWith('status '));
  return isByStatus && !named.some(({ how }) => how.startsWith('resolution '));
}

function howOf(done: DoneAs): string {
  return 'statusId' in done ? `status ${done.statusId}` : `resolution ${done.resolutionId}`;
}

function doneAs(how: string): DoneAs {
  return how.startsWith('resolution ') ? { resolutionId: idIn(how) } : { statusId: idIn(how) };
}

function idIn(how: string): string {
  return how.split(' ')[1] ?? '';
}
