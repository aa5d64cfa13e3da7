/** A small site whose search index shows nothing for a day. */
import { expect } from '@jest/globals';
import type { CreateFate } from '../../builders/jira-fates';
import { practice, question, smallReview } from '../../builders/review';
import { Site } from '../../builders/site';

export const TASKS = 4;
export const SMALL = smallReview(
  ...Array.from({ length: TASKS }, (_, nth) => question(`q${nth}`, 'HIGH', [practice('p1')])),
);
export const ALL = 1 + 2 * TASKS;

/** The index shows nothing for a day. */
export function blindSite(...fates: CreateFate[]): Site {
  const site = new Site(SMALL);
  site.jira.indexLagMs = 86_400_000;
  site.jira.fates.push({ answer: 'given' }, ...fates);
  return site;
}

export function identities(site: Site): readonly string[] {
  return site.board.all().map(({ property: { question, choice } = {} }) => `${question}/${choice}`);
}

/** Every issue once, every one linked, and nothing left to do. */
export async function expectWhole(site: Site): Promise<void> {
  expect(identities(site)).toHaveLength(ALL);
  expect(new Set(identities(site)).size).toBe(ALL);
  expect((await site.linked()).size).toBe(ALL);
  const writes = site.jira.writes.length;
  expect((await site.sync()).plan.changes).toEqual([]);
  expect(site.jira.writes).toHaveLength(writes);
}
