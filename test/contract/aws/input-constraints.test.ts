import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { OPERATIONS } from '../../../sandbox/aws/wellarchitected/operations/index';
import { accountJiraConfiguration } from '../../../sandbox/aws/wellarchitected/shapes';
import type { ServiceModel } from './model';
import { loadServiceModel } from './service-model';

const model = loadServiceModel();
const described = model ? describe : describe.skip;

/** What both sides say about a member, in one form. */
interface Constraint {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Constraint>>;
  readonly item?: Constraint;
  readonly key?: Constraint;
  readonly value?: Constraint;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

function ofModel(service: ServiceModel, name: string): Constraint {
  const shape = service.shapes[name]!;
  const { enum: words, pattern } = shape;
  const bounds = {
    ...(shape.min === undefined || (shape.type === 'list' && shape.min === 0) ? {} : { min: shape.min }),
    ...(shape.max === undefined ? {} : { max: shape.max }),
  };
  const plain = {
    type: shape.type,
    ...bounds,
    ...(words ? { enum: [...words].sort() } : {}),
    ...(pattern ? { pattern: plainPattern(pattern) } : {}),
  };
  if (shape.type === 'list') return { ...plain, item: ofModel(service, shape.member!.shape) };
  if (shape.type === 'map') {
    return { ...plain, key: ofModel(service, shape.key!.shape), value: ofModel(service, shape.value!.shape) };
  }
  if (shape.type !== 'structure') return plain;
  const entries = Object.entries(shape.members ?? {}).map(([member, { shape: of }]) => [
    member,
    ofModel(service, of),
  ]);
  return {
    ...plain,
    required: [...(shape.required ?? [])].sort(),
    members: Object.fromEntries(entries) as Record<string, Constraint>,
  };
}

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly [bound: string]: unknown;
}

const BOUNDS: Readonly<Record<string, readonly [string, string]>> = {
  string: ['minLength', 'maxLength'],
  integer: ['minimum', 'maximum'],
  array: ['minItems', 'maxItems'],
  object: ['minProperties', 'maxProperties'],
};

function ofSchema(schema: JsonSchema): Constraint {
  const type = schema.type ?? '';
  const [min, max] = BOUNDS[type] ?? ['', ''];
  const plain = {
    ...(typeof schema[min] === 'number' ? { min: schema[min] } : {}),
    ...(typeof schema[max] === 'number' ? { max: schema[max] } : {}),
    ...(schema.enum ? { enum: [...schema.enum].sort() } : {}),
    ...(schema.pattern ? { pattern: plainPattern(schema.pattern) } : {}),
  };
  if (type === 'array') return { type: 'list', ...plain, item: ofSchema(schema.items!) };
  if (schema.propertyNames !== undefined) {
    const value = ofSchema(schema.additionalProperties as JsonSchema);
    return { type: 'map', ...plain, key: ofSchema(schema.propertyNames), value };
  }
  if (type !== 'object') return { type, ...plain };
  const entries = Object.entries(schema.properties ?? {}).map(([name, member]) => [name, ofSchema(member)]);
  return {
    type: 'structure',
    ...plain,
    required: [...(schema.required ?? [])].sort(),
    members: Object.fromEntries(entries) as Record<string, Constraint>,
  };
}

/** `/` needs no escape in a character class. */
function plainPattern(pattern: string): string {
  return pattern.replace(/\\\//gu, '/');
}

described('every operation of the stand-in is as the service model says', () => {
  it.each(OPERATIONS.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
    const expected = model!.operations[name]!;
    expect({ method: operation.method, uri: operation.uri }).toEqual({
      method: expected.http.method,
      uri: expected.http.requestUri,
    });
    const input = expected.input && model!.shapes[expected.input.shape];
    const inQuery = Object.entries(input?.members ?? {}).filter(([, m]) => m.location === 'querystring');
    expect([...operation.query].sort()).toEqual(inQuery.map(([member]) => member).sort());
    const ours = ofSchema(z.toJSONSchema(operation.input) as JsonSchema);
    const theirs = expected.input
      ? ofModel(model!, expected.input.shape)
      : { type: 'structure', required: [], members: {} };
    expect(ours).toEqual(theirs);
  });

  it('and so are the settings of AWS’s own Jira connector', () => {
    const ours = ofSchema(z.toJSONSchema(accountJiraConfiguration) as JsonSchema);
    expect(ours).toEqual(ofModel(model!, 'AccountJiraConfigurationOutput'));
  });
});
