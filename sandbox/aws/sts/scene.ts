import type { Clock } from '../../clock';
import type { Principals } from '../iam/principals';

/** What an action of STS works on. */
export interface StsScene {
  readonly principals: Principals;
  readonly clock: Clock;
  readonly account: string;
}
