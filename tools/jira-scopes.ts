/**
 * Writes sandbox/forge/scopes/jira-operations.json from Atlassian's OpenAPI document: each operation of Jira with the
 * sets of scopes, one of which an app needs to call it.
 *
 *     npx tsx tools/jira-scopes.ts PATH-OF-THE-DOCUMENT
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { scopesOf, type ScopedDocument } from './scopes-of-document';

const FILE = path.join(__dirname, '..', 'sandbox', 'forge', 'scopes', 'jira-operations.json');

async function main(): Promise<void> {
  const [document] = process.argv.slice(2);
  if (document === undefined) throw new Error('Name the OpenAPI document.');
  const scopes = scopesOf(JSON.parse(readFileSync(document, 'utf8')) as ScopedDocument);
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(scopes, null, 2), options));
}

void main();
