/**
 * The condition keys that policies may name (IAM User Guide, "AWS global condition context keys", "IAM and AWS STS
 * condition context keys"). Which of them a request has says `request-context.ts`; the others count as absent, as
 * those of a caller who has no organization, no tags or no second factor do.
 */
const GLOBAL = [
  ...['assumedroot', 'calledvia', 'calledviafirst', 'calledvialast', 'currenttime', 'epochtime'],
  ...['ec2instancesourceprivateipv4', 'ec2instancesourcevpc', 'federatedprovider'],
  ...['multifactorauthage', 'multifactorauthpresent', 'principalaccount', 'principalarn'],
  ...['principalisawsservice', 'principalorgid', 'principalorgpaths', 'principalservicename'],
  ...['principalservicenameslist', 'principaltype', 'referer', 'requestedregion', 'resourceaccount'],
  ...['resourceorgid', 'resourceorgpaths', 'securetransport', 'sourceaccount', 'sourcearn'],
  ...['sourceidentity', 'sourceinstancearn', 'sourceip', 'sourceorgid', 'sourceorgpaths', 'sourcevpc'],
  ...['sourcevpce', 'tagkeys', 'tokenissuetime', 'useragent', 'userid', 'username', 'viaawsservice'],
  'vpcsourceip',
];

const STS = ['externalid', 'rolesessionname', 'sourceidentity', 'transitivetagkeys'];

const KEYS: ReadonlySet<string> = new Set([
  ...GLOBAL.map((name) => `aws:${name}`),
  ...STS.map((name) => `sts:${name}`),
]);

/** Keys whose names end in that of a tag. */
const TAGS = /^(?:aws:(?:principal|request|resource)tag|iam:resourcetag)\/./u;

/** Names of keys have no letter case. */
export function isKnownKey(key: string): boolean {
  const name = key.toLowerCase();
  return KEYS.has(name) || TAGS.test(name);
}
