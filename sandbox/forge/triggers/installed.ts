import type { Store } from '../../store/store';
import { APP_VERSION, ENVIRONMENT_ID, INSTALLATION_ID } from '../installation';
import type { AppManifest } from '../manifest';
import type { ProductEvents } from './product-events';

const INSTALLED = 'avi:forge:installed:app';

/**
 * Tells the triggers that ask for it of the install, once in the life of a store.
 * https://developer.atlassian.com/platform/forge/events-reference/life-cycle/
 */
export function raiseInstalled(store: Store, { appId }: AppManifest, events: ProductEvents): void {
  const told = store.table<boolean>('forge.installed');
  if (!events.eventTypes.has(INSTALLED) || told.get(INSTALLED) === true) return;
  told.set(INSTALLED, true);
  events.raise({
    eventType: INSTALLED,
    selfGenerated: false,
    id: `ari:cloud:ecosystem::installation/${INSTALLATION_ID}`,
    app: { id: appId, version: APP_VERSION },
    environment: { id: ENVIRONMENT_ID },
  });
  store.commit();
}
