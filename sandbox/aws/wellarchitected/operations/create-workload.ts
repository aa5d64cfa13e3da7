import { z } from 'zod';
import { hexId, nextNumber } from '../../ids';
import { fieldError } from '../errors';
import { operation, type Scene } from '../operation';
import {
  clientRequestToken,
  lensAlias,
  tags,
  text,
  workloadDescription,
  workloadEnvironment,
  workloadMembers,
  workloadName,
} from '../shapes';
import { withClientToken } from '../client-token';
import { checkNameIsFree, defined, newWorkload, requireLenses } from '../workloads';

const input = z.object({
  ...workloadMembers,
  WorkloadName: workloadName,
  Description: workloadDescription,
  Environment: workloadEnvironment,
  Lenses: z.array(lensAlias),
  ClientRequestToken: clientRequestToken,
  Tags: tags.optional(),
  ProfileArns: z
    .array(
      text({
        min: 0,
        max: 2084,
        pattern: 'arn:aws[-a-z]*:wellarchitected:[a-z]{2}(-gov)?-[a-z]+-\\d:\\d{12}:profile/[a-z0-9]+',
      }),
    )
    .max(1)
    .optional(),
  ReviewTemplateArns: z
    .array(
      text({
        min: 50,
        max: 250,
        pattern:
          'arn:aws(-us-gov|-iso(-[a-z])?|-cn)?:wellarchitected:[a-z]{2}(-gov|-iso([a-z])?)?-[a-z]+-\\d:\\d{12}:(review-template)/[a-f0-9]{32}',
      }),
    )
    .max(1)
    .optional(),
});

/** Profiles and review templates are accepted and have no effect. */
export const createWorkload = operation({
  name: 'CreateWorkload',
  method: 'POST',
  uri: '/workloads',
  resource: 'none',
  input,
  example: ({ LensAlias }) => ({
    WorkloadName: 'Another workload',
    Description: 'An example.',
    Environment: 'PREPRODUCTION' as const,
    ReviewOwner: 'the team',
    AwsRegions: ['us-east-1'],
    Lenses: [LensAlias],
    ClientRequestToken: 'example',
  }),
  run(scene, { ClientRequestToken, ...rest }) {
    return withClientToken(scene, 'CreateWorkload', ClientRequestToken, rest, () => create(scene, rest));
  },
});

/** The service model's documentation: Regions of either kind and a review owner must be given. */
function create(scene: Scene, request: Omit<z.infer<typeof input>, 'ClientRequestToken'>): unknown {
  const { Lenses, ...members } = request;
  const details = { ...members, ProfileArns: undefined, ReviewTemplateArns: undefined };
  if (details.AwsRegions === undefined && details.NonAwsRegions === undefined) {
    throw fieldError({ Name: 'AwsRegions', Message: 'AwsRegions, NonAwsRegions or both must be specified' });
  }
  if (details.ReviewOwner === undefined)
    throw fieldError({ Name: 'ReviewOwner', Message: 'must be specified' });
  checkNameIsFree(scene, details.WorkloadName);
  const workload = newWorkload(scene, {
    id: hexId(`workload/${scene.account}/${nextNumber(scene.records.counters, 'workload')}`),
    owner: scene.account,
    details: defined(details),
    lenses: requireLenses(scene, Lenses),
  });
  return { WorkloadId: workload.id, WorkloadArn: workload.arn };
}
