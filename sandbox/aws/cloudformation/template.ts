/** The sections of a template. */
import { isMap, onlyKeys, templateError } from './template-error';
import { readTemplateText } from './template-text';

export type Section = Readonly<Record<string, unknown>>;

export interface ResourceDefinition {
  readonly type: string;
  readonly properties: Section;
  /** Name of the condition under which the resource is made. */
  readonly condition?: string;
}

export interface OutputDefinition {
  readonly value: unknown;
  readonly condition?: string;
}

export interface Template {
  readonly parameters: Readonly<Record<string, Section>>;
  readonly conditions: Section;
  readonly resources: Readonly<Record<string, ResourceDefinition>>;
  readonly outputs: Readonly<Record<string, OutputDefinition>>;
}

const SECTIONS = [
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
];
const RESOURCE_ATTRIBUTES = [
  'Condition',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'Properties',
  'Type',
  'UpdateReplacePolicy',
];
const OUTPUT_ATTRIBUTES = ['Condition', 'Description', 'Value'];

/** @throws AwsError ValidationError; anything that the stand-in does not know is refused by name. */
export function parseTemplate(text: string): Template {
  const document = readTemplateText(text);
  if (!isMap(document)) throw templateError('Template format error: the template is not a map');
  onlyKeys(document, SECTIONS, 'the section');
  const { AWSTemplateFormatVersion: version = '2010-09-09' } = document;
  if (version !== '2010-09-09') {
    throw templateError('Template format error: Unsupported template format version');
  }
  const resources = sectionOf(document, 'Resources');
  if (Object.keys(resources).length === 0) {
    throw templateError('Template format error: At least one Resources member must be defined.');
  }
  return {
    parameters: mapped(sectionOf(document, 'Parameters'), (name, value) => mapOf(value, `Parameter ${name}`)),
    conditions: sectionOf(document, 'Conditions'),
    resources: mapped(resources, (name, value) => parseResource(name, value, resources)),
    outputs: mapped(sectionOf(document, 'Outputs'), parseOutput),
  };
}

function parseResource(name: string, value: unknown, all: Section): ResourceDefinition {
  const resource = mapOf(value, `Resource ${name}`);
  onlyKeys(resource, RESOURCE_ATTRIBUTES, `of the resource ${name} the attribute`);
  const { Type: type, Properties = {}, DependsOn = [] } = resource;
  if (typeof type !== 'string')
    throw templateError(`Template format error: [/Resources/${name}] has no Type`);
  for (const other of [DependsOn].flat() as readonly unknown[]) {
    if (typeof other === 'string' && other in all) continue;
    throw templateError(`Template format error: Unresolved resource dependencies [${String(other)}]`);
  }
  return { type, properties: mapOf(Properties, `Properties of ${name}`), ...conditionOf(resource, name) };
}

function parseOutput(name: string, value: unknown): OutputDefinition {
  const output = mapOf(value, `Output ${name}`);
  onlyKeys(output, OUTPUT_ATTRIBUTES, `of the output ${name} the attribute`);
  if (output.Value === undefined) throw templateError(`Template format error: Output ${name} has no Value`);
  return { value: output.Value, ...conditionOf(output, name) };
}

function conditionOf({ Condition: condition }: Section, where: string): { readonly condition?: string } {
  if (condition === undefined) return {};
  if (typeof condition === 'string') return { condition };
  throw templateError(`Template format error: the Condition of ${where} is not the name of a condition`);
}

function sectionOf(document: Section, name: string): Section {
  return document[name] === undefined ? {} : mapOf(document[name], name);
}

function mapOf(value: unknown, where: string): Section {
  if (isMap(value)) return value;
  throw templateError(`Template format error: ${where} must be an object`);
}

function mapped<T>(
  section: Section,
  change: (name: string, value: unknown) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(section).map(([name, value]) => [name, change(name, value)]));
}
