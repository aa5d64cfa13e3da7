/** The values of a template's parameters, checked as CloudFormation checks them, in its words. */
import type { Section, Template } from './template';
import { onlyKeys, templateError, unknownHere } from './template-error';

export type ParameterValue = string | readonly string[];

const ATTRIBUTES = [
  'AllowedPattern',
  'AllowedValues',
  'ConstraintDescription',
  'Default',
  'Description',
  'MaxLength',
  'MinLength',
  'NoEcho',
  'Type',
];

/** @throws AwsError ValidationError that names the parameters that are missing, unknown or wrong. */
export function parameterValues(
  { parameters }: Template,
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, ParameterValue> {
  const unknown = Object.keys(given).filter((name) => parameters[name] === undefined);
  if (unknown.length > 0)
    throw templateError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  for (const [name, definition] of Object.entries(parameters)) {
    onlyKeys(definition, ATTRIBUTES, `of the parameter ${name} the attribute`);
  }
  const entries = Object.entries(parameters).map(([name, definition]) => {
    return { name, definition, text: given[name] ?? defaultOf(definition) };
  });
  const missing = entries.filter(({ text }) => text === undefined).map(({ name }) => name);
  if (missing.length > 0) throw templateError(`Parameters: [${missing.join(', ')}] must have values`);
  return new Map(entries.map(({ name, definition, text = '' }) => [name, valueOf(name, definition, text)]));
}

function defaultOf({ Default }: Section): string | undefined {
  return typeof Default === 'string' || typeof Default === 'number' ? String(Default) : undefined;
}

function valueOf(name: string, definition: Section, text: string): ParameterValue {
  if (definition.Type === 'String') {
    check(name, definition, text);
    return text;
  }
  if (definition.Type !== 'CommaDelimitedList') {
    throw unknownHere(`of the parameter ${name} the Type ${String(definition.Type)}`);
  }
  const items = text.split(',').map((item) => item.trim());
  for (const item of items) check(name, definition, item);
  return items;
}

function check(name: string, definition: Section, text: string): void {
  const { AllowedPattern, AllowedValues, MinLength, MaxLength, ConstraintDescription: words } = definition;
  const broken = [
    { rule: `must match pattern ${String(AllowedPattern)}`, is: !matches(name, AllowedPattern, text) },
    {
      rule: 'must be one of AllowedValues',
      is: Array.isArray(AllowedValues) && !AllowedValues.includes(text),
    },
    {
      rule: `must contain at least ${String(MinLength)} characters`,
      is: text.length < Number(MinLength ?? 0),
    },
    {
      rule: `must contain at most ${String(MaxLength)} characters`,
      is: text.length > Number(MaxLength ?? Infinity),
    },
  ].find(({ is }) => is);
  if (broken === undefined) return;
  if (typeof words === 'string')
    throw templateError(`Parameter ${name} failed to satisfy constraint: ${words}`);
  throw templateError(`Parameter '${name}' ${broken.rule}`);
}

/** The whole text must match. Patterns are Java's; what JavaScript does not understand is refused. */
function matches(name: string, pattern: unknown, text: string): boolean {
  if (pattern === undefined) return true;
  if (typeof pattern !== 'string') throw templateError(`The AllowedPattern of ${name} is not a string`);
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    throw unknownHere(`of the parameter ${name} the AllowedPattern ${pattern}`);
  }
}
