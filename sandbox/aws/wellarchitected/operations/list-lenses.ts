import { z } from 'zod';
import { newestLenses } from '../lens-catalogue';
import { operation, type Scene } from '../operation';
import { pageOf } from '../paging';
import type { PublishedLens } from '../records';
import { integer, nextToken, text } from '../shapes';
import { epochSeconds, lensArn } from '../views';

/** Every lens of the stand-in is published; a lens is found by its whole name. */
export const listLenses = operation({
  name: 'ListLenses',
  method: 'GET',
  uri: '/lenses',
  resource: 'none',
  query: ['NextToken', 'MaxResults', 'LensType', 'LensStatus', 'LensName'],
  input: z.object({
    NextToken: nextToken.optional(),
    MaxResults: integer(1, 50).optional(),
    LensType: z.enum(['AWS_OFFICIAL', 'CUSTOM_SHARED', 'CUSTOM_SELF']).optional(),
    LensStatus: z.enum(['ALL', 'DRAFT', 'PUBLISHED']).optional(),
    LensName: text({ min: 1, max: 128 }).optional(),
  }),
  example: () => ({ MaxResults: 5 }),
  run(scene, input) {
    const { LensType, LensStatus, LensName } = input;
    const lenses = newestLenses(scene.records).filter(
      (lens) =>
        LensStatus !== 'DRAFT' &&
        (LensType === undefined || LensType === typeOf(scene, lens)) &&
        (LensName === undefined || LensName === lens.name),
    );
    const list = ['ListLenses', LensType, LensStatus, LensName];
    const { items, ...next } = pageOf(lenses, list, input, 50);
    return { LensSummaries: items.map((lens) => summary(scene, lens)), ...next };
  },
});

function typeOf(scene: Scene, lens: PublishedLens): string {
  if (lens.officialAlias !== undefined) return 'AWS_OFFICIAL';
  return lens.owner === scene.account ? 'CUSTOM_SELF' : 'CUSTOM_SHARED';
}

function summary(scene: Scene, lens: PublishedLens): object {
  return {
    LensArn: lensArn(scene, lens),
    LensAlias: lens.alias,
    LensName: lens.name,
    LensType: typeOf(scene, lens),
    ...(lens.description === undefined ? {} : { Description: lens.description }),
    CreatedAt: epochSeconds(lens.createdAt),
    UpdatedAt: epochSeconds(lens.createdAt),
    LensVersion: lens.version,
    ...(lens.officialAlias === undefined ? { Owner: lens.owner } : {}),
    LensStatus: 'CURRENT',
  };
}
