/** Checks a JSON value against a shape of the service model. */
import type { ServiceModel, Shape } from './model';

/**
 * `answer` leaves out the upper bounds that the tool's own answers break: answers with display texts far
 * above the model's 64 were recorded from AWS, and its user guide allows a custom lens what the model does
 * not (ids of 128 characters, descriptions and display texts of 2048).
 */
export type Strictness = 'exact' | 'answer';

const BOUNDS_OF_ANSWERS: Readonly<Record<string, number>> = {
  DisplayText: 2048,
  ChoiceContentDisplayText: 2048,
  ChoiceContentUrl: 2048,
  LensDescription: 2048,
  QuestionDescription: 2048,
  PillarId: 128,
  ChoiceId: 128,
};

export function checkShape(
  model: ServiceModel,
  name: string,
  value: unknown,
  place: string,
  strictness: Strictness,
): string[] {
  const shape = model.shapes[name];
  const at = place === '' ? 'body' : place;
  if (shape === undefined) return [`${at}: the model has no shape ${name}`];
  const nested = (member: string, part: unknown, where: string): string[] =>
    checkShape(model, member, part, where, strictness);
  switch (shape.type) {
    case 'structure':
      return isRecord(value) ? checkMembers(shape, value, place, nested) : [`${at} should be an object`];
    case 'list':
      if (!Array.isArray(value)) return [`${at} should be a list`];
      return [
        ...checkBounds(shape, value.length, at),
        ...value.flatMap((part, index) => nested(shape.member!.shape, part, `${place}[${index}]`)),
      ];
    case 'map':
      if (!isRecord(value)) return [`${at} should be a map`];
      return Object.entries(value).flatMap(([key, part]) => [
        ...nested(shape.key!.shape, key, `${place} key ${key}`),
        ...nested(shape.value!.shape, part, `${place}.${key}`),
      ]);
    default:
      return checkScalar(withAnswerBound(name, shape, strictness), value, at);
  }
}

type Nested = (member: string, part: unknown, where: string) => string[];

function checkMembers(shape: Shape, value: Record<string, unknown>, place: string, nested: Nested): string[] {
  const members = shape.members ?? {};
  const missing = (shape.required ?? []).filter((name) => value[name] === undefined);
  return [
    ...missing.map((name) => `${join(place, name)} is required`),
    ...Object.entries(value).flatMap(([name, part]) => {
      const member = members[name];
      if (member === undefined) return [`${join(place, name)} is not in the model`];
      return nested(member.shape, part, join(place, name));
    }),
  ];
}

function checkScalar(shape: Shape, value: unknown, at: string): string[] {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' ? checkText(shape, value, at) : [`${at} should be a text`];
    case 'integer':
      return Number.isInteger(value) ? checkBounds(shape, Number(value), at) : [`${at} should be an integer`];
    case 'timestamp':
      return typeof value === 'number' && value > 1e9 && value < 1e10
        ? []
        : [`${at} should be epoch seconds`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at} should be a boolean`];
    default:
      return [`${at}: this check does not know the type ${shape.type}`];
  }
}

function checkText(shape: Shape, value: string, at: string): string[] {
  const problems = checkBounds(shape, Array.from(value).length, at);
  if (shape.enum !== undefined && !shape.enum.includes(value)) problems.push(`${at} should be in the enum`);
  if (shape.pattern !== undefined && !new RegExp(`^(?:${shape.pattern})$`, 'u').test(value)) {
    problems.push(`${at} should match ${shape.pattern}`);
  }
  return problems;
}

function checkBounds({ min, max }: Shape, size: number, at: string): string[] {
  if (min !== undefined && size < min) return [`${at} should be at least ${min}, is ${size}`];
  if (max !== undefined && size > max) return [`${at} should be at most ${max}, is ${size}`];
  return [];
}

function withAnswerBound(name: string, shape: Shape, strictness: Strictness): Shape {
  const max = strictness === 'answer' ? BOUNDS_OF_ANSWERS[name] : undefined;
  return max === undefined ? shape : { ...shape, max };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}
