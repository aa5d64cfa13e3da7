/** Reads EventBridge's resources ("Amazon EventBridge resource type reference", CloudFormation User Guide). */
import { parsePattern } from '../events/event-pattern';
import { checkTransformer, type InputTransformer } from '../events/input-transformer';
import type { ConnectionRecord, DestinationRecord, RuleRecord, RuleTarget } from '../events/resources';
import { parseArn } from '../iam/arn';
import { readMap, readNumber, readText } from './properties';
import type { Section } from './template';
import { onlyKeys, templateError, unknownHere } from './template-error';

const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** What EventBridge does unless told otherwise: 185 retries within 24 hours, 300 requests a second. */
const RETRIES = 185;
const MAX_AGE_SECONDS = 86_400;
const RATE = 300;
const MAX_TARGETS = 5;

/** Only a connection of the type API_KEY is known here. */
export function readConnection(arn: string, id: string, values: Section): ConnectionRecord {
  const type = readText(values.AuthorizationType, `AuthorizationType of ${id}`);
  if (type !== 'API_KEY') throw unknownHere(`the AuthorizationType ${type} (${id})`);
  const parameters = readMap(values.AuthParameters, `AuthParameters of ${id}`);
  onlyKeys(parameters, ['ApiKeyAuthParameters'], `of the AuthParameters of ${id} the property`);
  const where = `ApiKeyAuthParameters of ${id}`;
  const key = readMap(parameters.ApiKeyAuthParameters, where);
  onlyKeys(key, ['ApiKeyName', 'ApiKeyValue'], `of the ${where} the property`);
  const header = readText(key.ApiKeyName, `ApiKeyName of ${id}`);
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u.test(header)) {
    throw templateError(`ApiKeyName of ${id} cannot be the name of a header: ${header}`);
  }
  return { kind: 'connection', arn, header: header.toLowerCase(), key: readText(key.ApiKeyValue, where) };
}

/** "The URL must use HTTPS". */
export function readDestination(arn: string, id: string, values: Section): DestinationRecord {
  const url = readText(values.InvocationEndpoint, `InvocationEndpoint of ${id}`);
  if (!URL.canParse(url) || !url.startsWith('https://')) {
    throw templateError(`InvocationEndpoint of ${id} must be an https URL, not ${url}`);
  }
  const method = readText(values.HttpMethod, `HttpMethod of ${id}`);
  if (!METHODS.includes(method))
    throw templateError(`HttpMethod of ${id} must be one of ${METHODS.join(', ')}`);
  const rate = values.InvocationRateLimitPerSecond ?? RATE;
  return {
    kind: 'destination',
    arn,
    connectionArn: readText(values.ConnectionArn, `ConnectionArn of ${id}`),
    method,
    url,
    limit: readNumber(rate, `InvocationRateLimitPerSecond of ${id}`, 1, RATE),
  };
}

/** On the default bus, with API destinations as targets. */
export function readRule(arn: string, id: string, values: Section): RuleRecord {
  const { State: state = 'ENABLED', Targets: targets = [], EventPattern: pattern } = values;
  if (state !== 'ENABLED' && state !== 'DISABLED') throw unknownHere(`the State ${String(state)} (${id})`);
  parsePattern(pattern);
  if (!Array.isArray(targets) || targets.length > MAX_TARGETS) {
    throw templateError(`Targets of ${id} must be a list of ${MAX_TARGETS} at most`);
  }
  const { account = '', region = '' } = parseArn(arn) ?? {};
  const read = targets.map((target: unknown) => readTarget(readMap(target, `Targets of ${id}`), id));
  if (new Set(read.map((target) => target.id)).size < read.length) {
    throw templateError(`Targets of ${id}: an Id is given twice`);
  }
  return { kind: 'rule', arn, account, region, enabled: state === 'ENABLED', pattern, targets: read };
}

function readTarget(target: Section, id: string): RuleTarget {
  const known = ['Arn', 'Id', 'InputTransformer', 'RetryPolicy', 'RoleArn'];
  onlyKeys(target, known, `of a target of ${id} the property`);
  const retry = readMap(target.RetryPolicy ?? {}, `RetryPolicy of ${id}`);
  onlyKeys(
    retry,
    ['MaximumEventAgeInSeconds', 'MaximumRetryAttempts'],
    `of the RetryPolicy of ${id} the property`,
  );
  const { MaximumRetryAttempts: retries = RETRIES, MaximumEventAgeInSeconds: age = MAX_AGE_SECONDS } = retry;
  const transformer =
    target.InputTransformer === undefined ? undefined : readTransformer(target.InputTransformer, id);
  return {
    id: readText(target.Id, `Id of a target of ${id}`),
    arn: readText(target.Arn, `Arn of a target of ${id}`),
    roleArn: readText(target.RoleArn, `RoleArn of a target of ${id}`),
    ...(transformer === undefined ? {} : { transformer }),
    retries: readNumber(retries, `MaximumRetryAttempts of ${id}`, 0, RETRIES),
    maxAgeSeconds: readNumber(age, `MaximumEventAgeInSeconds of ${id}`, 60, MAX_AGE_SECONDS),
  };
}

function readTransformer(value: unknown, id: string): InputTransformer {
  const where = `InputTransformer of ${id}`;
  const given = readMap(value, where);
  onlyKeys(given, ['InputPathsMap', 'InputTemplate'], `of the ${where} the property`);
  const paths = Object.entries(readMap(given.InputPathsMap ?? {}, where));
  const transformer = {
    paths: Object.fromEntries(paths.map(([name, path]) => [name, readText(path, `${where}: ${name}`)])),
    template: readText(given.InputTemplate, `InputTemplate of ${id}`),
  };
  checkTransformer(transformer);
  return transformer;
}
