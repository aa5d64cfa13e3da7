import { describe, expect, test } from '@jest/globals';
import { question, smallReview } from '../../builders/review';
import { Site } from '../../builders/site';
import { expectWhole, identities, SMALL } from './blind-site';

describe('issues that Jira made and hides from the app', () => {
  function hiding(): Site {
    const site = new Site(SMALL);
    site.jira.hides = ({ property }) => property.question === 'q1' && property.choice === undefined;
    return site;
  }

  test('stop the run with their keys', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow(/WA-3.*cannot read/);
  });

  test('are never made again, in any number of later runs', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    for (let day = 0; day < 3; day++) {
      site.time += 86_400_000;
      const end = await site.sync();
      expect(end.failed.map(({ title, code }) => [title, code])).toEqual([
        ['Question q1', 'uncertain'],
        ['Practice p1', 'no-parent'],
      ]);
    }
    expect(identities(site).filter((each) => each === 'q1/undefined')).toHaveLength(1);
  });

  test('are waited for by nobody: that they exist is known', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    expect((await site.invoke(site.newRun())).kind).toBe('applied');
  });

  test('are not made again where a scan cannot reach the end of what else was lost', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    site.jira.scanWindows = 1;
    site.review = smallReview(...SMALL.lenses[0]!.pillars[0]!.questions, question('later', 'HIGH'));
    site.jira.fates.push({ answer: 'lost', makes: () => false });
    const { failed } = await site.sync();
    expect(failed.filter(({ code }) => code === 'uncertain').map(({ title }) => title)).toEqual([
      'Question q1',
      'Question later',
    ]);
  });

  test('are not made again after a crash in making others beside them', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    site.review = smallReview(...SMALL.lenses[0]!.pillars[0]!.questions, question('later', 'HIGH'));
    site.jira.fates.push({ answer: 'lost', makes: () => false });
    for (let day = 0; day < 2; day++) await site.sync();
    expect(identities(site).filter((each) => each === 'q1/undefined')).toHaveLength(1);
    expect(identities(site).filter((each) => each === 'later/undefined')).toHaveLength(1);
  });

  test('of two runs are remembered together', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = ({ property }) => property.question === 'later';
    site.review = smallReview(...SMALL.lenses[0]!.pillars[0]!.questions, question('later', 'HIGH'));
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    site.time += 60_000;
    const { failed } = await site.sync();
    expect(failed.filter(({ code }) => code === 'uncertain')).toHaveLength(2);
    for (const each of ['q1/undefined', 'later/undefined'])
      expect(identities(site).filter((identity) => identity === each)).toHaveLength(1);
  });

  test('do not hold up what Jira rejected beside them', async () => {
    const site = hiding();
    site.jira.rejects = ({ summary }) => (summary === 'Question q2' ? 'no' : undefined);
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    site.jira.rejects = () => undefined;
    await site.sync();
    expect(identities(site)).toContain('q2/p1');
  });

  test('are linked once the app may see them', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    site.jira.hidden.clear();
    expect((await site.sync()).failed).toEqual([]);
    await expectWhole(site);
  });

  test('are not made again while Jira has one of them', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    site.jira.isThere = () => Promise.resolve(true);
    const end = await site.sync({ options: { selection: {}, recreate: true } });
    expect(end.failed.map(({ code }) => code)).toContain('uncertain');
    expect(identities(site).filter((each) => each === 'q1/undefined')).toHaveLength(1);
  });

  test('are made again where a person asks for it', async () => {
    const site = hiding();
    await expect(site.sync()).rejects.toThrow('cannot read');
    site.jira.hides = () => false;
    const end = await site.sync({ options: { selection: {}, recreate: true } });
    expect(end.failed).toEqual([]);
    expect(identities(site).filter((each) => each === 'q1/undefined')).toHaveLength(2);
    expect((await site.sync()).plan.changes).toEqual([]);
  });
});
