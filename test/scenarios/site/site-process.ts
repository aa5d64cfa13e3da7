/** The site as a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { PROJECT_ADMIN } from '../../../sandbox/jira/seed/users';

const ROOT = path.join(__dirname, '..', '..', '..');

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface SiteProcess {
  readonly url: string;
  /** Sends a signal and answers how the process ended. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  /** Calls a resolver as the project admin; answers its data. */
  call<T>(functionKey: string, payload: object): Promise<T>;
  get<T>(route: string): Promise<T>;
  post<T>(route: string, body: object): Promise<T>;
}

/** Runs a script of the project to its end. */
export function runScript(script: string, ...args: readonly string[]): Promise<Ended> {
  return ended(spawnScript(script, args));
}

/** Starts the site on a free port and answers when it is ready. */
export async function startProcess(...args: readonly string[]): Promise<SiteProcess> {
  const child = spawnScript('sandbox/start.ts', ['--port', '0', ...args]);
  const end = ended(child);
  const url = await Promise.race([readyUrl(child), end.then(failedToStart)]);
  return {
    url,
    end(signal) {
      child.kill(signal);
      return end;
    },
    async call<T>(functionKey: string, payload: object): Promise<T> {
      const body = { functionKey, payload, accountId: PROJECT_ADMIN };
      const answer = await ask<{ ok: boolean; data: T }>(`${url}/forge/invoke`, body);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.data;
    },
    get: (route) => ask(`${url}${route}`),
    post: (route, body) => ask(`${url}${route}`, body),
  };
}

function spawnScript(script: string, args: readonly string[]): ChildProcess {
  const command = ['--require', require.resolve('tsx/cjs'), path.join(ROOT, script), ...args];
  return spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output, errors };
}

function readyUrl(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /^Ready at (\S+)/m.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

function failedToStart({ code, errors }: Ended): never {
  throw new Error(`the site ended with ${code} before it was ready: ${errors}`);
}

async function ask<T>(url: string, body?: object): Promise<T> {
  const authorization = `Basic ${btoa('jira-admin@example.invalid:local-api-token')}`;
  const headers = { 'content-type': 'application/json', authorization };
  const post = { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, { headers, ...(body === undefined ? {} : post) });
  return (await response.json()) as T;
}
