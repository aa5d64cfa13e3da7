import { connectionTexts } from '../../texts/connections';
import type { ConnectionView } from '../../../../../src/contract';
import type { Step } from './steps';

/** What is known of a step, in a line; `undefined` where nothing is. */
export function summaryOf(
  { name, regions, access, roleArn, tests, serves, state }: ConnectionView,
  step: Step,
): string | undefined {
  const { access: words, guide, role } = connectionTexts;
  switch (step) {
    case 'details':
      return `${name} · ${regions.join(', ')} · ${words[access]}`;
    case 'role':
      return state.code === 'no-key' ? role.noKey : undefined;
    case 'arn':
      return roleArn;
    case 'test':
      return tests.length === 0 ? undefined : tested({ tests, regions, state });
    case 'serves':
      return serves.length === 0 ? undefined : guide.served({ count: serves.length });
  }
}

function tested({ tests, regions, state }: Pick<ConnectionView, 'tests' | 'regions' | 'state'>): string {
  const { tested: passed, untried } = connectionTexts.guide;
  const count = state.untried?.length ?? 0;
  const regionsPassed = passed({ passed: tests.filter(({ ok }) => ok).length, all: regions.length });
  return count === 0 ? regionsPassed : `${regionsPassed} · ${untried({ count })}`;
}
