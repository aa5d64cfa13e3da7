/**
 * How an issue was done is believed only beside the very link that it was written with: an earlier version of the app,
 * which writes links anew and keeps what it does not know of them, would leave it beside a state that it says nothing of.
 */
import { canonicalJson, hash } from '../hash';
import type { Link } from '../review-entries/link';

type ClosedAs = NonNullable<Link['synced']['closedAs']>;

/** A link as it stands in storage. */
export interface SealedLink extends Link {
  readonly synced: Omit<Link['synced'], 'closedAs'> & {
    readonly closedAs?: ClosedAs & { readonly seal?: string };
  };
}

/** The link with a hash over all that this version knows of it. */
export function sealed(link: Link): SealedLink {
  const { closedAs, ...synced } = link.synced;
  if (closedAs === undefined) return link;
  return { ...link, synced: { ...synced, closedAs: { ...closedAs, seal: sealOf(link) } } };
}

/** The link without how its issue was done, where anything of it was written since: that is then not known. */
export function unsealed(stored: SealedLink): Link {
  const { closedAs: sealedAs, ...synced } = stored.synced;
  if (sealedAs === undefined) return { ...stored, synced };
  const { seal, ...closedAs } = sealedAs;
  const link = { ...stored, synced: { ...synced, closedAs } };
  return seal === sealOf(link) ? link : { ...stored, synced };
}

function sealOf(link: Link): string {
  return hash(canonicalJson(link));
}
