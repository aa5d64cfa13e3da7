/** Types that the contract uses and does not name. */
import type { StartSync } from '../../../../../src/contract';

export type Scope = NonNullable<StartSync['scope']>;
export type Selection = NonNullable<StartSync['selection']>;
export type SelectedPillar = NonNullable<Selection['selectedPillars']>[number];
export type Settlement = NonNullable<StartSync['settle']>[number];
