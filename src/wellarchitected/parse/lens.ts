/** A lens review put together from AWS's answers. Pure. */
import type { LensKind, LensRef } from '../arn';
import { countRisks } from '../count-risks';
import type { LensReview, Pillar, Question } from '../model';
import type { LensOverview } from '../page-reads';
import { parseQuestion } from './question';
import { fullCounts, type WireAnswer, type WireLensSummary, type WirePillar } from './wire';

export interface LensParts {
  readonly ref: LensRef;
  readonly summary: WireLensSummary;
  readonly pillars: readonly WirePillar[];
  readonly answers: readonly WireAnswer[];
  readonly improvementPlans: ReadonlyMap<string, string>;
}

/** Pillars and questions in AWS's order. */
export function parseLens({ ref, summary, pillars, answers, improvementPlans }: LensParts): LensReview {
  const context = { kind: ref.kind, improvementPlans };
  const named = withUnlistedPillars(pillars, answers);
  return {
    ...lensHead(ref, summary),
    updatedAt: summary.UpdatedAt,
    pillars: named.map((pillar) => {
      const own = answers.filter(({ PillarId }) => PillarId === pillar.PillarId);
      return parsePillar(
        pillar,
        own.map((answer) => parseQuestion(answer, context)),
      );
    }),
  };
}

/** A lens with its risks, without its answers; pillars in AWS's order. */
export function parseLensOverview(
  ref: LensRef,
  summary: WireLensSummary,
  pillars: readonly WirePillar[],
): LensOverview {
  return {
    ...lensHead(ref, summary),
    pillars: pillars.map((pillar) => ({
      id: pillar.PillarId,
      name: pillar.PillarName ?? pillar.PillarId,
      riskCounts: fullCounts(pillar.RiskCounts),
    })),
  };
}

/** What a lens is called, and its risks. */
export function lensHead(
  { identity }: LensRef,
  {
    LensAlias: alias,
    LensVersion: version = '',
    LensName: name = alias,
    LensStatus: status,
    RiskCounts,
  }: WireLensSummary,
): Omit<LensOverview, 'pillars'> {
  return { identity, alias, version, name, status, riskCounts: fullCounts(RiskCounts) };
}

/** The Framework first, then by name. */
export function inOrder<L extends Pick<LensReview, 'name' | 'identity'>>(
  lenses: readonly { kind: LensKind; review: L }[],
): readonly L[] {
  const sortKey = ({ kind, review }: (typeof lenses)[number]) =>
    `${kind === 'framework' ? '0' : '1'}\n${review.name}\n${review.identity}`;
  return [...lenses].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(({ review }) => review);
}

function parsePillar(pillar: WirePillar, questions: readonly Question[]): Pillar {
  return {
    id: pillar.PillarId,
    name: pillar.PillarName ?? pillar.PillarId,
    riskCounts: pillar.RiskCounts === undefined ? countRisks(questions) : fullCounts(pillar.RiskCounts),
    questions,
  };
}

/** A question is never lost because GetLensReview does not list its pillar: the pillar goes by its id then. */
function withUnlistedPillars(
  pillars: readonly WirePillar[],
  answers: readonly WireAnswer[],
): readonly WirePillar[] {
  const listed = new Map(pillars.map((pillar) => [pillar.PillarId, pillar]));
  for (const { PillarId } of answers) {
    if (!listed.has(PillarId))
      listed.set(PillarId, { PillarId, PillarName: undefined, RiskCounts: undefined });
  }
  return [...listed.values()];
}
