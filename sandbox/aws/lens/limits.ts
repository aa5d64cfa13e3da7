/**
 * Limits of a lens. Where AWS's two documents differ the stand-in takes the larger bound, so that it refuses
 * nothing that the tool may accept (which one the tool enforces is unverified, A15):
 * - user guide, "Lens format specification": name 128, descriptions and display texts 2048, ids 3..128 of
 *   letters, digits and underscore, titles 128; 10 pillars, 20 questions a pillar, 15 choices a question,
 *   3 risk rules a question, 5 additional resources of a type; a file of 500 KB; URLs start with http(s)://;
 * - API 2020-03-31: titles 512, pillar and choice ids 64, descriptions 1024.
 */
import type { TextLimits } from './spot';

const WORD = { regex: /^\w+$/u, words: 'letters, digits and underscore' };
const WEB = { regex: /^https?:\/\//u, words: 'starting with http:// or https://' };

export const CUSTOM_LENS = {
  fileBytes: 500 * 1024,
  name: { min: 1, max: 128 },
  description: { min: 0, max: 2048 },
  id: { min: 3, max: 128, pattern: WORD },
  pillarName: { min: 1, max: 128 },
  title: { min: 1, max: 512 },
  displayText: { min: 0, max: 2048 },
  url: { min: 1, max: 2048, pattern: WEB },
  condition: { min: 1, max: 10_000 },
  pillars: { min: 1, max: 10 },
  questions: { min: 1, max: 20 },
  choices: { min: 1, max: 15 },
  riskRules: { min: 1, max: 3 },
  additionalResources: { min: 0, max: 2 },
  additionalContent: { min: 0, max: 5 },
} as const satisfies Record<string, TextLimits | number>;

/** API 2020-03-31; AWS sets no documented bound on the numbers of an official lens. */
export const FRAMEWORK_LENS = {
  alias: { min: 1, max: 128 },
  name: { min: 1, max: 128 },
  version: { min: 1, max: 32 },
  pillarId: { min: 1, max: 64 },
  pillarName: { min: 1, max: 128 },
  questionId: { min: 1, max: 128 },
  choiceId: { min: 1, max: 64 },
  title: { min: 1, max: 512 },
  description: { min: 0, max: 1024 },
  code: { min: 1, max: 64 },
  url: { min: 1, max: 2048, pattern: WEB },
  list: { min: 1, max: Infinity },
} as const satisfies Record<string, TextLimits>;
