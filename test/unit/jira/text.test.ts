import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OWNED_LABEL, pillarLabel } from '../../../src/jira/labels';
import { toSummary } from '../../../src/jira/summary';

const anyText = fc.string({ unit: 'binary', maxLength: 600 });

describe('a summary', () => {
  test.each([
    ['stays as it is', 'Use strong sign-in', 'Use strong sign-in'],
    ['becomes one line', 'Use\r\nstrong\tsign-in\u2028now', 'Use strong sign-in now'],
    ['is trimmed, runs of spaces become one', '  a   b ', 'a b'],
    ['loses control characters and half characters', 'a\u0000b\u007fc\ud83d', 'abc'],
    ['is named where there is nothing to show', ' \n\u0007', 'Untitled'],
    ['is cut at 255 code units', 'x'.repeat(300), `${'x'.repeat(254)}…`],
    ['never ends in half an emoji', `${'x'.repeat(253)}🚀🚀`, `${'x'.repeat(253)}…`],
  ])('%s', (_, title, summary) => {
    expect(toSummary(title)).toBe(summary);
  });

  test('is one trimmed line of 1 to 255 code units, and is stable, for any title', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const summary = toSummary(title);
        expect(summary).toMatch(/^[^\p{Cc}\p{Cs}\u2028\u2029]{1,255}$/u);
        expect(summary.length).toBeLessThanOrEqual(255);
        expect(summary.trim()).toBe(summary);
        expect(toSummary(summary)).toBe(summary);
      }),
    );
  });
});

describe("a pillar's label", () => {
  test.each([
    ['Security', 'security'],
    ['Operational Excellence', 'operational-excellence'],
    ['Performance Efficiency', 'performance-efficiency'],
    ['Cost Optimization', 'cost-optimization'],
    ['Running your application with Amazon ECS', 'running-your-application-with-amazon-ecs'],
    ['Data & analytics (v2)', 'data-analytics-v2'],
    ['Customer’s own', 'customers-own'],
    ['  -- Spaced --  ', 'spaced'],
    ['Sécurité', 'sécurité'],
    ['se\u0301curite\u0301', 'sécurité'],
    ['الأمان والامتثال', 'الأمان-والامتثال'],
    ['セキュリティ', 'セキュリティ'],
    ['a ❤️ b', 'a-b'],
    ['🚀', 'pillar-1f680'],
    ['🔒', 'pillar-1f512'],
    ['', 'pillar'],
    ['Well Architected', 'pillar-well-architected'],
  ])('of "%s" is %s', (name, label) => {
    expect(pillarLabel(name)).toBe(label);
  });

  test('is what Jira allows, and is stable, for any name', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const label = pillarLabel(name);
        expect(label).toMatch(/^[^\s\p{Cc}\p{Cs}]+$/u);
        expect(label.length).toBeLessThanOrEqual(255);
        expect(label).not.toBe(OWNED_LABEL);
        expect(pillarLabel(label)).toBe(label);
      }),
    );
  });
});
