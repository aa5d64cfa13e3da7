/** A milestone is a workload and its answers as they were. Reading at one reads there and nowhere else. */
import { AwsError } from '../aws-error';
import { answerKey } from './answers';
import { conflict, notFound } from './errors';
import { findWorkload } from './find';
import { lensOf, questionsOf } from './lens-catalogue';
import { isSameName } from './names';
import type { Scene } from './operation';
import type { AnswerRecord, MilestoneRecord, Records, WorkloadRecord } from './records';

/** "A workload can have a maximum of 100 milestones" (service model, MilestoneNumber). */
const MOST = 100;

/** The workload's, by number. */
export function milestonesOf(records: Records, workloadId: string): readonly MilestoneRecord[] {
  return [...records.milestones.values()]
    .filter((milestone) => milestone.workload.id === workloadId)
    .sort((a, b) => a.number - b.number);
}

/**
 * @throws AwsError ConflictException for a name that a milestone of the workload has, spaces and capitalization ignored
 * (as workloads' names; of milestones unverified, A38); ServiceQuotaExceededException for the 101st.
 */
export function saveMilestone(scene: Scene, workload: WorkloadRecord, name: string): MilestoneRecord {
  const { records } = scene;
  const before = milestonesOf(records, workload.id);
  const same = before.find((milestone) => isSameName(milestone.name, name));
  if (same !== undefined)
    throw conflict(`a milestone named ${name} already exists`, 'MILESTONE', String(same.number));
  if (before.length >= MOST) throw quotaExceeded(workload.id);
  const number = (before.at(-1)?.number ?? 0) + 1;
  const milestone = {
    number,
    name,
    recordedAt: scene.clock.now(),
    workload,
    answers: answersOf(records, workload),
  };
  records.milestones.set(keyOf(workload.id, number), milestone);
  return milestone;
}

/** @throws AwsError ResourceNotFoundException */
export function findMilestone(scene: Scene, workloadId: string, number: number): MilestoneRecord {
  findWorkload(scene, workloadId);
  const milestone = scene.records.milestones.get(keyOf(workloadId, number));
  if (milestone === undefined) throw notFound('MILESTONE', String(number));
  return milestone;
}

/**
 * The scene as it was at the milestone that the request names; as it is where it names none.
 *
 * @throws AwsError ResourceNotFoundException
 */
export function sceneAt(
  scene: Scene,
  {
    WorkloadId,
    MilestoneNumber,
  }: { readonly WorkloadId: string; readonly MilestoneNumber?: number | undefined },
): Scene {
  if (MilestoneNumber === undefined) return scene;
  const { workload, answers } = findMilestone(scene, WorkloadId, MilestoneNumber);
  const { workloads, answers: now } = scene.records;
  const records = {
    ...scene.records,
    workloads: { ...workloads, get: (id: string) => (id === WorkloadId ? workload : workloads.get(id)) },
    answers: { ...now, get: (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined) },
  };
  return { ...scene, records };
}

export function forgetMilestones(records: Records, workloadId: string): void {
  for (const { number } of milestonesOf(records, workloadId))
    records.milestones.delete(keyOf(workloadId, number));
}

function keyOf(workloadId: string, number: number): string {
  return `${workloadId} ${number}`;
}

function answersOf(records: Records, workload: WorkloadRecord): Readonly<Record<string, AnswerRecord>> {
  const keys = workload.reviews.flatMap(({ lensKey }) => {
    const lens = lensOf(records, lensKey);
    return questionsOf(lens).map(({ id }) => answerKey(workload.id, lens, id));
  });
  return Object.fromEntries(
    keys.flatMap((key) => {
      const answer = records.answers.get(key);
      return answer === undefined ? [] : [[key, answer]];
    }),
  );
}

function quotaExceeded(workloadId: string): AwsError {
  return new AwsError(
    'ServiceQuotaExceededException',
    402,
    `[ServiceQuotaExceeded] A workload can have at most ${MOST} milestones`,
    {
      ResourceId: workloadId,
      ResourceType: 'MILESTONE',
      QuotaCode: 'MilestonesPerWorkload',
      ServiceCode: 'wellarchitected',
    },
  );
}
