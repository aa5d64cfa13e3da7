/** Reads AWS's documented custom-lens format, schemaVersion 2021-11-01. Keys it does not know are ignored. */
import type { AdditionalResource, Choice, Content, Lens, Pillar, Question, RiskRule } from './lens';
import { CUSTOM_LENS as LIMITS } from './limits';
import { isNoneOfThese } from './none-of-these';
import { choicesIn, ConditionError, parseCondition } from './risk-condition';
import {
  checkObject,
  checkUnique,
  elementsOf,
  isPresent,
  member,
  readList,
  readOptionalText,
  readText,
  readWord,
  report,
  type Spot,
} from './spot';

/** A lens is published with a version of its own; the file has no place for one. */
const FIRST_VERSION = '1.0';

/** The lens, incomplete where problems were reported to the spot. */
export function readCustomLens(root: Spot): Lens {
  readWord(member(root, 'schemaVersion'), ['2021-11-01']);
  const description = readOptionalText(member(root, 'description'), LIMITS.description);
  const pillars = readList(member(root, 'pillars'), LIMITS.pillars).filter(checkObject);
  checkUnique(idsOf(pillars), 'pillar');
  checkUnique(
    pillars.flatMap((pillar) => idsOf(elementsOf(member(pillar, 'questions')))),
    'question',
  );
  return {
    form: 'custom',
    name: readText(member(root, 'name'), LIMITS.name),
    version: FIRST_VERSION,
    ...(description === undefined || description === '' ? {} : { description }),
    pillars: pillars.map(readPillar),
  };
}

function readPillar(spot: Spot): Pillar {
  return {
    id: readText(member(spot, 'id'), LIMITS.id),
    name: readText(member(spot, 'name'), LIMITS.pillarName),
    questions: readList(member(spot, 'questions'), LIMITS.questions).filter(checkObject).map(readQuestion),
  };
}

function readQuestion(spot: Spot): Question {
  const id = readText(member(spot, 'id'), LIMITS.id);
  const title = readText(member(spot, 'title'), LIMITS.title);
  const description = readOptionalText(member(spot, 'description'), LIMITS.description);
  const helpfulResource = readContent(member(spot, 'helpfulResource'));
  const choiceSpots = readList(member(spot, 'choices'), LIMITS.choices).filter(checkObject);
  checkUnique(idsOf(choiceSpots), 'choice');
  const choices = choiceSpots.map(readChoice);
  const none = choices.find((choice) => choice.id.endsWith('_no')) ?? choices.find(isNoneOfThese);
  const known = new Set(choices.map((choice) => choice.id));
  const rules = readList(member(spot, 'riskRules'), LIMITS.riskRules).filter(checkObject);
  return {
    id,
    title,
    ...(description === undefined || description === '' ? {} : { description }),
    ...(helpfulResource === undefined ? {} : { helpfulResource }),
    choices,
    ...(none === undefined ? {} : { none: none.id }),
    riskRules: rules.map((rule) => readRiskRule(rule, known)),
  };
}

/** AWS documents an improvement plan as required; the stand-in loads a choice without one. */
function readChoice(spot: Spot): Choice {
  const helpfulResource = readContent(member(spot, 'helpfulResource'));
  const improvementPlan = readContent(member(spot, 'improvementPlan'));
  const additional = member(spot, 'additionalResources');
  return {
    id: readText(member(spot, 'id'), LIMITS.id),
    title: readText(member(spot, 'title'), LIMITS.title),
    ...(helpfulResource === undefined ? {} : { helpfulResource }),
    ...(improvementPlan === undefined ? {} : { improvementPlan }),
    ...(isPresent(additional) ? { additionalResources: readAdditionalResources(additional) } : {}),
  };
}

function readAdditionalResources(spot: Spot): readonly AdditionalResource[] {
  return readList(spot, LIMITS.additionalResources)
    .filter(checkObject)
    .map((resource) => ({
      type: readWord(member(resource, 'type'), ['HELPFUL_RESOURCE', 'IMPROVEMENT_PLAN']),
      content: readList(member(resource, 'content'), LIMITS.additionalContent)
        .map(readContent)
        .filter((content) => content !== undefined),
    }));
}

function readContent(spot: Spot): Content | undefined {
  if (!isPresent(spot) || !checkObject(spot)) return undefined;
  const urlSpot = member(spot, 'url');
  const text = readOptionalText(member(spot, 'displayText'), LIMITS.displayText);
  const url = urlSpot.value === '' ? undefined : readOptionalText(urlSpot, LIMITS.url);
  if (url !== undefined && text === undefined) report(member(spot, 'displayText'), 'is missing beside a url');
  return { ...(text === undefined || text === '' ? {} : { text }), ...(url === undefined ? {} : { url }) };
}

function readRiskRule(spot: Spot, known: ReadonlySet<string>): RiskRule {
  const conditionSpot = member(spot, 'condition');
  const condition = readText(conditionSpot, LIMITS.condition);
  const problem = condition === '' ? undefined : conditionProblem(condition, known);
  if (problem !== undefined) report(conditionSpot, problem);
  return { condition, risk: readWord(member(spot, 'risk'), ['NO_RISK', 'MEDIUM_RISK', 'HIGH_RISK']) };
}

function conditionProblem(text: string, known: ReadonlySet<string>): string | undefined {
  try {
    const unknown = choicesIn(parseCondition(text)).find((id) => !known.has(id));
    return unknown === undefined ? undefined : `names "${unknown}", which is no choice of this question`;
  } catch (error) {
    if (error instanceof ConditionError) return `is no risk condition: ${error.message}`;
    throw error;
  }
}

function idsOf(spots: readonly Spot[]): readonly Spot[] {
  return spots.map((spot) => member(spot, 'id'));
}
