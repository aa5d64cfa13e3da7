/** Leaving the page: the frame may not move its host, the host does. */
import { router } from '@forge/bridge';

/** Opens a URL in a new tab. */
export function openInTab(url: string): void {
  void router.open(url);
}

/** Goes there in this tab. */
export function goTo(url: string): void {
  void router.navigate(url);
}
