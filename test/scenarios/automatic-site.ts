import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

const POLL_MS = 300_000;

/** The reviewed site, synced and in automatic mode; it does not fast-forward, and what its first polls set off is done. */
export async function openAutomaticSite(): Promise<ReviewedSite> {
  const site = await openReviewedSite({ fastForward: false });
  await site.run();
  await site.save(AUTO);
  for (let poll = 0; poll < 4; poll += 1) await site.pass(POLL_MS);
  return site;
}
