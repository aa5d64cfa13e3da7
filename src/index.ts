/** The handlers that manifest.yml names; nothing else. */
export { handleResolver as resolver } from './handlers/resolver';
export { handleSyncEvent as syncConsumer } from './handlers/sync-consumer';
