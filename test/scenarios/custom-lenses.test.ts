/** Real lenses: AWS's published custom lenses and the framework's reference file, from file to backlog. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openScenario, outcomeOf, type Scenario } from './open-site';

const DATA = process.env.REFERENCE_DATA ?? path.join(__dirname, '../../../shared/data');
const FILES = lensFiles();

interface LensFile {
  readonly file: string;
  readonly name: string;
  readonly questions: number;
  readonly practices: number;
}

describe('lenses that others wrote', () => {
  if (FILES.length === 0) {
    if (process.env.REQUIRE_REFERENCE_DATA) throw new Error(`no lens files in ${DATA}`);
    process.stderr.write(`SKIPPED: no lens files in ${DATA}\n`);
    test.skip('no lens files', () => undefined);
    return;
  }
  let scenario: Scenario;
  beforeAll(async () => {
    const files = FILES.map(({ file }) => file);
    scenario = await openScenario({ lensFiles: files, answered: 'none' });
  }, 120_000);
  afterAll(() => scenario.close());

  test.each(FILES)(
    '$name: all of its $questions questions and $practices practices, then nothing more',
    async (lens) => {
      const options = { workload: lens.name.slice(0, 100), scope: 'all' as const };
      const first = outcomeOf(await scenario.sync(options));
      expect(first.failed).toEqual([]);
      expect(first.created).toEqual({ epics: 1, tasks: lens.questions, subtasks: lens.practices });
      scenario.site.clearRequests();
      const second = outcomeOf(await scenario.sync(options));
      expect(second.unchanged).toBe(1 + lens.questions + lens.practices);
      expect(scenario.writes()).toEqual([]);
    },
  );
});

/** Counted from the files themselves, by a reading of the format that is independent of app and sandbox. */
function lensFiles(): readonly LensFile[] {
  const folder = path.join(DATA, 'custom-lenses');
  if (!fs.existsSync(folder)) return [];
  const custom = fs.readdirSync(folder).filter((file) => file.endsWith('.json'));
  return custom.map((file) => countCustom(path.join(folder, file)));
}

interface CustomLens {
  readonly name: string;
  readonly pillars: readonly {
    readonly questions: readonly {
      readonly choices: readonly { readonly id: string; readonly title: string }[];
    }[];
  }[];
}

function countCustom(file: string): LensFile {
  const lens = JSON.parse(fs.readFileSync(file, 'utf8')) as CustomLens;
  const questions = lens.pillars.flatMap((pillar) => pillar.questions);
  const practices = questions.flatMap(({ choices }) =>
    choices.filter(({ id, title }) => !id.endsWith('_no') && title.trim().toLowerCase() !== 'none of these'),
  );
  return { file, name: lens.name, questions: questions.length, practices: practices.length };
}
