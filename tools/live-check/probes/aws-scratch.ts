/** Assumptions about the Well-Architected Tool that take a workload of the check's own. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetLensReviewCommand,
  GetWorkloadCommand,
  ListAnswersCommand,
  ListLensReviewImprovementsCommand,
  ListWorkloadsCommand,
  type WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { found, holds, type Finding, type Probes, unclear, wrong } from '../probe';
import {
  answer,
  associate,
  createWorkload,
  deleteWorkload,
  FRAMEWORK,
  readAnswer,
  type ScratchWorkload,
} from '../scratch-workload';

/** AWS's limit of a question's notes. */
const MAX_NOTES = 2_084;
/** One character, two UTF-16 units, four bytes of UTF-8. */
const ASTRAL = '\u{1F600}';

export const AWS_SCRATCH: Probes<ScratchWorkload> = {
  async A1(workload) {
    const before = await times(workload);
    await sleep(1_100);
    await answer(workload, { Notes: 'Moves the time.' });
    const after = await times(workload);
    const moved = { workload: after.workload > before.workload, lens: after.lens > before.lens };
    return found(
      moved.workload && moved.lens,
      `workload ${saidMoved(moved.workload)}, lens review ${saidMoved(moved.lens)}`,
    );
  },

  async A2(workload) {
    const at = await dateHeaderOf(workload.client, () => answer(workload, { Notes: 'Tells the time.' }));
    if (at === undefined) return wrong('the answer has no Date header');
    const apart = Math.abs((await times(workload)).workload - at);
    return found(apart <= 2_000, `${Math.round(apart)} ms between Date and UpdatedAt`);
  },

  async A5(workload) {
    const units = await isTaken(() => answer(workload, { Notes: ASTRAL.repeat(MAX_NOTES / 2) }));
    const more = await isTaken(() => answer(workload, { Notes: ASTRAL.repeat(MAX_NOTES / 2 + 1) }));
    if (!units) return wrong('counted in bytes, or stricter');
    return holds(more ? 'counted in characters: more fit than the app counts' : 'counted in UTF-16 units');
  },

  async A11(workload) {
    const Notes = 'one\ntwo\r\nthree';
    await answer(workload, { Notes });
    const back = (await readAnswer(workload)).Notes;
    return found(back === Notes, `came back as ${JSON.stringify(back)}`);
  },

  async A14(workload) {
    await answer(workload, { SelectedChoices: [...workload.practices] });
    const { Risk } = await readAnswer(workload);
    return found(Risk === 'NONE', `with every practice selected the risk is ${Risk}`);
  },

  async A16(workload) {
    const { HelpfulResourceUrl = '' } = await readAnswer(workload);
    return found(/-\d\d\.html$/.test(HelpfulResourceUrl), HelpfulResourceUrl || 'the answer has no link');
  },

  async A21({ client, id }) {
    const request = { WorkloadId: id, LensAlias: FRAMEWORK, PillarId: 'noSuchPillar' };
    return attempt(async () => {
      const { AnswerSummaries = [] } = await client.send(new ListAnswersCommand(request));
      return found(AnswerSummaries.length === 0, `${AnswerSummaries.length} questions`);
    });
  },

  async A22(workload) {
    await answer(workload, { SelectedChoices: workload.practices.slice(0, 1) });
    await answer(workload, { SelectedChoices: [] });
    const { Risk } = await readAnswer(workload);
    return found(Risk !== 'UNANSWERED', `the risk is ${Risk}`);
  },

  async A23(workload) {
    const [practice = ''] = workload.practices;
    const both = await isTaken(() => answer(workload, { SelectedChoices: [practice, workload.none] }));
    await answer(workload, { SelectedChoices: [practice] });
    await answer(workload, { ChoiceUpdates: { [workload.none]: { Status: 'SELECTED' } } });
    const left = (await readAnswer(workload)).SelectedChoices ?? [];
    const isNewer = left.length === 1 && left[0] === workload.none;
    return found(
      !both && isNewer,
      `both at once are ${both ? 'taken' : 'refused'}; left is ${left.join(', ') || 'nothing'}`,
    );
  },

  async A25({ client, id }) {
    const request = { WorkloadId: id, LensAlias: FRAMEWORK, MaxResults: 50 };
    const { ImprovementSummaries = [] } = await client.send(new ListLensReviewImprovementsCommand(request));
    const { AnswerSummaries = [] } = await client.send(new ListAnswersCommand(request));
    const order = AnswerSummaries.map(({ QuestionId }) => QuestionId);
    const listed = ImprovementSummaries.map(({ QuestionId }) => QuestionId).filter((each) =>
      order.includes(each),
    );
    if (listed.length < 2) return unclear(`${listed.length} improvements are listed`);
    const inOrder = order.filter((each) => listed.includes(each));
    return found(String(listed) === String(inOrder), `${listed.length} improvements compared`);
  },

  async A26({ client, name }) {
    const lower = await client.send(
      new ListWorkloadsCommand({ WorkloadNamePrefix: name.toLowerCase().slice(0, 40) }),
    );
    const count = lower.WorkloadSummaries?.length ?? 0;
    return found(count === 0, `a prefix in another case finds ${count}`);
  },

  async A27(workload) {
    const before = await times(workload);
    return attempt(async () => {
      await associate(workload, FRAMEWORK);
      const after = await times(workload);
      return found(after.lens === before.lens, 'the lens review is as it was');
    });
  },

  async A28({ client, region, id, name }) {
    const token = `live-check-${id}`;
    const other = await createWorkload(client, { name: `${name} A`, region, token });
    try {
      const third = await createWorkload(client, { name: `${name} B`, region, token });
      await deleteWorkload(client, third);
      return wrong('the second request is taken');
    } catch (error) {
      return found(nameOf(error) === 'ConflictException', `refused with ${nameOf(error)}`);
    } finally {
      // What is left of them goes with the workload whose name theirs begin with.
      await deleteWorkload(client, other).catch(() => undefined);
    }
  },
};

async function times({ client, id }: ScratchWorkload) {
  const { Workload } = await client.send(new GetWorkloadCommand({ WorkloadId: id }));
  const { LensReview } = await client.send(
    new GetLensReviewCommand({ WorkloadId: id, LensAlias: FRAMEWORK }),
  );
  return { workload: Workload?.UpdatedAt?.getTime() ?? 0, lens: LensReview?.UpdatedAt?.getTime() ?? 0 };
}

function saidMoved(moved: boolean): string {
  return moved ? 'moved' : 'stood still';
}

/** The `Date` of the answers while something is done; the last one's, in milliseconds. */
async function dateHeaderOf(
  client: WellArchitectedClient,
  act: () => Promise<unknown>,
): Promise<number | undefined> {
  let date: string | undefined;
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      date = (result.response as { headers?: Record<string, string> }).headers?.date;
      return result;
    },
    { step: 'deserialize', name: 'seeDate', override: true },
  );
  await act();
  client.middlewareStack.remove('seeDate');
  return date === undefined ? undefined : Date.parse(date);
}

async function isTaken(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (nameOf(error) === 'ValidationException') return false;
    throw error;
  }
}

/** A refusal is an answer too. */
async function attempt(look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    return wrong(`refused with ${nameOf(error)}`);
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
