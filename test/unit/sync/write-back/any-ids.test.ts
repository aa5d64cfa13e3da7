/** A lens names its questions and choices freely: names that JavaScript's objects have are names as all others. */
import { expect, test } from '@jest/globals';
import { practice, question, smallReview, WORKLOAD_ARN } from '../../../builders/review';
import { identity, LENS, SELECTS, ToldSite } from './told-site';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

test.each(NAMES)(
  '%s as question and as choice: told, selected, remembered, and then nothing more',
  async (name) => {
    const review = smallReview(
      question(name, 'HIGH', [practice(name), practice('p2')]),
      question('q2', 'HIGH', [practice('p3')]),
    );
    const site = await ToldSite.told(review);
    const remembered = await site.memory.load(WORKLOAD_ARN, LENS);
    expect([...(remembered?.questions.keys() ?? [])]).toEqual([name, 'q2']);

    site.settings = { ...site.settings, ...SELECTS };
    site.world.board.setStatus(site.world.issue(identity(name, name)).id, 'done');
    const end = await site.runQuestion(name);
    expect(end.kind === 'ran' && end.end.tally).toMatchObject({ chosen: 1, notesWritten: 1 });
    expect([...site.answers.at(`main/${name}`).selected]).toEqual([name]);

    site.answers.asked.length = 0;
    await site.runQuestion(name);
    expect(site.answers.asked.filter((call) => call.startsWith('update'))).toEqual([]);
  },
);
