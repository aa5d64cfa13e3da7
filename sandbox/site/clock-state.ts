import type { SiteClock } from '../clock';
import type { Store } from '../store/store';

/** Sets the clock to where the last run on this store had moved it; answers what saves it from now on. */
export function persistClock(clock: SiteClock, store: Store): () => void {
  const table = store.table<number>('site.clock');
  const machineOffset = (): number => Math.max(0, Math.round(clock.now() - Date.now()));
  const saved = table.get('offsetMs') ?? 0;
  const behind = saved - machineOffset();
  if (behind > 0) clock.advance(behind);
  return () => {
    table.set('offsetMs', machineOffset());
    store.commit();
  };
}
