/** The browser that tests and screenshots share. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../tools/chromium';

/** Starts one; whoever does closes it. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return chromium.launch({ executablePath, args: ['--no-sandbox'], env: { ...inherited, ...env } });
}
