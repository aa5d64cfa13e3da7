/** One of several processes does the work that all of them want. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Works when nobody else does under that name, a path beside which the lock is kept; waits until then. */
export async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  const lock = `${name}.lock`;
  while (!acquire(lock)) await sleep(200);
  try {
    await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** The lock is a file that holds its owner's process id; one whose owner is gone is taken away. */
function acquire(lock: string): boolean {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = fs.existsSync(lock) ? Number(fs.readFileSync(lock, 'utf8')) : 0;
    if (owner > 0 && !isAlive(owner)) fs.rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
