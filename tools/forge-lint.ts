/**
 * `npm run lint:forge [-- APP-FOLDER]`: what `forge lint` checks of the manifest and the app's code,
 * without the login and the network that the command itself needs.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigFile, FileSystemReader, FileSystemWriter, type StatsigService } from '@forge/cli-shared';
import { getClientSideLintersOnly, lint, type LintResult } from '@forge/lint';
import type { ManifestSchema } from '@forge/manifest';

const ROOT = path.join(__dirname, '..');
/** Jira's own description of its API, against which the scopes of each request are checked. */
const JIRA_OPENAPI = path.join(ROOT, '..', 'shared', 'data', 'jira-openapi.json');
/** The service that names the runtimes one may no longer deploy; asked over the network by the command. */
const DEPRECATED_RUNTIMES = ['sandbox', 'nodejs18.x', 'nodejs20.x'];

type Logger = Parameters<typeof lint>[3];

async function main(appDirectory: string): Promise<void> {
  process.chdir(appDirectory);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'forge-lint-'));
  try {
    stayOffline(scratch);
    const manifest = await new ConfigFile(new FileSystemReader(), new FileSystemWriter()).readConfig();
    const results = await runLinters(sources('src'), manifest);
    process.exitCode = report(results) ? 1 : 0;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** Names a local file for each API description that the permission linter would otherwise download. */
function stayOffline(scratch: string): void {
  const empty = path.join(scratch, 'empty.json');
  fs.writeFileSync(empty, '{"paths":{}}');
  const known = fs.existsSync(JIRA_OPENAPI);
  if (!known) console.log(`Scopes of Jira requests are not checked: ${JIRA_OPENAPI} is absent.`);
  process.env.USE_LOCAL_SWAGGER = '1';
  process.env.LOCAL_JIRA_SWAGGER = known ? JIRA_OPENAPI : empty;
  for (const product of ['JSM', 'JSW', 'CONF', 'CONF_V2', 'BB']) {
    process.env[`LOCAL_${product}_SWAGGER`] = empty;
  }
  globalThis.fetch = () => Promise.reject(new Error('the linter may not use the network'));
}

function sources(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .map((file) => `./${path.join(folder, file)}`);
}

async function runLinters(files: string[], manifest: ManifestSchema): Promise<LintResult[]> {
  const logger: Logger = { info: () => undefined };
  const statsig = {
    getDeprecatedRuntimes: () => Promise.resolve(DEPRECATED_RUNTIMES),
  } as unknown as StatsigService;
  const all = await getClientSideLintersOnly(manifest, 'development', logger, statsig);
  const linters = all.filter((linter) => hasSubject(linter.constructor.name, manifest));
  return lint(files, manifest, 'development', logger, statsig, { linters, linter: { mode: 'client-side' } });
}

/**
 * Whether the manifest has what a linter looks at. Each linter of the manifest compiles its whole schema
 * again, which takes seconds; `FullManifestLinter` checks the schema in any case.
 */
function hasSubject(linter: string, { modules, resources }: ManifestSchema): boolean {
  switch (linter) {
    case 'PermissionsManifestLinter':
      return modules?.trigger !== undefined;
    case 'AgentProductContextPermissionsManifestLinter':
      return modules?.['rovo:agentConnector'] !== undefined;
    case 'DeprecatedCspPermissionsManifestLinter':
      return resources !== undefined;
    default:
      return true;
  }
}

/** Prints each finding once; answers whether any is an error. Warnings and approvals do not fail the check. */
function report(results: readonly LintResult[]): boolean {
  const findings = results.flatMap(({ file, errors, warnings, approvals }) =>
    [...errors, ...warnings, ...approvals].map(
      (rule) => `${path.relative('.', file)}:${rule.line}:${rule.column} ${rule.class}: ${rule.message}`,
    ),
  );
  for (const finding of new Set(findings)) console.log(finding);
  const failed = results.some(({ errors }) => errors.length > 0);
  if (findings.length === 0) console.log("Forge's linters have no complaints.");
  return failed;
}

main(path.resolve(process.argv[2] ?? ROOT)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
