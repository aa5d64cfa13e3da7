/** Writes docs/assumptions.md. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { ASSUMPTIONS_PAGE, assumptionsPage } from './assumptions-page';

async function main(): Promise<void> {
  const options = { ...(await resolveConfig(ASSUMPTIONS_PAGE)), filepath: ASSUMPTIONS_PAGE };
  writeFileSync(ASSUMPTIONS_PAGE, await format(assumptionsPage(), options));
}

void main();
