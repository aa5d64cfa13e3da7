/** Storage, the queue or events fail while two changes are on their way. */
import { bothSidesAgreeAfter } from './both-agree';
import { OF_PLATFORM } from './troubles';

bothSidesAgreeAfter(OF_PLATFORM);
