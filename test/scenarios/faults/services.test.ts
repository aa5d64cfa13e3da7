/** Jira or AWS fail while two changes are on their way. */
import { bothSidesAgreeAfter } from './both-agree';
import { OF_SERVICES } from './troubles';

bothSidesAgreeAfter(OF_SERVICES);
