/** The text of a template, as YAML with CloudFormation's short forms or as JSON. */
import { type CollectionTag, isAlias, parseDocument, type ScalarTag, type Tags, visit } from 'yaml';
import { templateError } from './template-error';

/** `!Name` stands for `Fn::Name`, except these (CloudFormation User Guide, "Intrinsic function reference"). */
const UNPREFIXED: ReadonlySet<string> = new Set(['Ref', 'Condition']);
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Condition',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Not',
  'Or',
  'Ref',
  'Select',
  'Split',
  'Sub',
  'Transform',
];

/** Tags of YAML 1.1 that CloudFormation does not support: their texts stay texts. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['binary', 'omap', 'pairs', 'set', 'timestamp', 'merge']);

/**
 * The template as JSON values, every short form written out.
 *
 * @throws AwsError ValidationError where it is neither, or uses what CloudFormation's YAML does not have.
 */
export function readTemplateText(text: string): unknown {
  if (text.trimStart().startsWith('{')) return readJson(text);
  const document = parseDocument(text, { version: '1.1', customTags: withShortForms });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) throw templateError(`Template format error: ${problem.message}`);
  visit(document, (_key, node) => {
    if (isAlias(node))
      throw templateError('Template error: YAML aliases are not allowed in CloudFormation templates');
  });
  return document.toJS();
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw templateError(`Template format error: JSON not well-formed. ${String(error)}`);
  }
}

function withShortForms(tags: Tags): Tags {
  const plain = tags.filter((tag) => {
    if (typeof tag === 'string') return !UNSUPPORTED.has(tag);
    return !UNSUPPORTED.has(tag.tag.replace('tag:yaml.org,2002:', '')) && tag.format !== 'TIME';
  });
  return [...plain, ...FUNCTIONS.flatMap(tagsOf)];
}

function tagsOf(name: string): readonly (ScalarTag | CollectionTag)[] {
  const tag = `!${name}`;
  const key = UNPREFIXED.has(name) ? name : `Fn::${name}`;
  return [
    { tag, resolve: (text: string) => ({ [key]: name === 'GetAtt' ? resourceAndAttribute(text) : text }) },
    { tag, collection: 'seq', resolve: (list) => ({ [key]: list.toJSON() as unknown }) },
    { tag, collection: 'map', resolve: (map) => ({ [key]: map.toJSON() as unknown }) },
  ];
}

/** `Role.Arn`: the name of a resource has no dot, an attribute may have. */
function resourceAndAttribute(text: string): readonly string[] {
  const at = text.indexOf('.');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
