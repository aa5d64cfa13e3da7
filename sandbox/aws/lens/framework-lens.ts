/** Reads the form in which the project keeps the facts of an official AWS lens: ids, titles, levels of risk. */
import type { Choice, Lens, Pillar, Question } from './lens';
import { FRAMEWORK_LENS as LIMITS } from './limits';
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
  type Spot,
} from './spot';

/** Seen as the framework's version in public answers of the tool. */
const DEFAULT_VERSION = '2024-06-27';
const FRAMEWORK_NAME = 'AWS Well-Architected Framework';
const FRAMEWORK_PAGES = 'https://docs.aws.amazon.com/wellarchitected/latest/framework';

/** The lens, incomplete where problems were reported to the spot. */
export function readFrameworkLens(root: Spot): Lens {
  const alias = readText(member(root, 'LensAlias'), LIMITS.alias);
  const name = readOptionalText(member(root, 'LensName'), LIMITS.name);
  const pillars = readList(member(root, 'Pillars'), LIMITS.list).filter(checkObject);
  const questions = pillars.flatMap((pillar) => elementsOf(member(pillar, 'Questions')));
  checkUnique(
    pillars.map((pillar) => member(pillar, 'PillarId')),
    'pillar',
  );
  checkUnique(
    questions.map((question) => member(question, 'QuestionId')),
    'question',
  );
  return {
    form: 'framework',
    name: name ?? (alias === 'wellarchitected' ? FRAMEWORK_NAME : alias),
    version: readOptionalText(member(root, 'LensVersion'), LIMITS.version) ?? DEFAULT_VERSION,
    officialAlias: alias,
    pillars: pillars.map(readPillar),
  };
}

function readPillar(spot: Spot): Pillar {
  return {
    id: readText(member(spot, 'PillarId'), LIMITS.pillarId),
    name: readText(member(spot, 'PillarName'), LIMITS.pillarName),
    questions: readList(member(spot, 'Questions'), LIMITS.list).filter(checkObject).map(readQuestion),
  };
}

function readQuestion(spot: Spot): Question {
  const id = readText(member(spot, 'QuestionId'), LIMITS.questionId);
  const title = readText(member(spot, 'QuestionTitle'), LIMITS.title);
  const code = readOptionalText(member(spot, 'QuestionCode'), LIMITS.code);
  const practiceSpots = readList(member(spot, 'Choices'), LIMITS.list).filter(checkObject);
  const noneSpot = member(spot, 'NoneChoice');
  const hasNone = isPresent(noneSpot) && checkObject(noneSpot);
  checkUnique(
    [...practiceSpots, ...(hasNone ? [noneSpot] : [])].map((choice) => member(choice, 'ChoiceId')),
    'choice',
  );
  const practices = practiceSpots.map(readPractice);
  const none = hasNone ? readChoice(noneSpot) : undefined;
  return {
    id,
    title,
    ...(code === undefined ? {} : { url: questionPage(code) }),
    choices: none === undefined ? practices : [...practices, none],
    ...(none === undefined ? {} : { none: none.id }),
  };
}

function readPractice(spot: Spot): Choice {
  readOptionalText(member(spot, 'DocUrl'), LIMITS.url);
  return { ...readChoice(spot), docRisk: readWord(member(spot, 'DocRisk'), ['HIGH', 'MEDIUM', 'LOW']) };
}

function readChoice(spot: Spot): Choice {
  const description = readOptionalText(member(spot, 'Description'), LIMITS.description);
  return {
    id: readText(member(spot, 'ChoiceId'), LIMITS.choiceId),
    title: readText(member(spot, 'Title'), LIMITS.title),
    ...(description === undefined || description === '' ? {} : { description }),
  };
}

/** `SEC01` has the page `sec-01.html` (seen on AWS's site; that the tool links there is unverified, A16). */
function questionPage(code: string): string {
  return `${FRAMEWORK_PAGES}/${code.toLowerCase().replace(/(\d+)$/u, '-$1')}.html`;
}
