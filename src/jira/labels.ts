import { truncate } from '../truncate';

/** Jira's limit for a label, which also may not contain whitespace. */
const MAX_LABEL = 255;

/** Every issue of ours carries this label. */
export const OWNED_LABEL = 'well-architected';

/**
 * The label of a pillar: its name in kebab-case, in any script (`performance-efficiency`). Never empty,
 * no whitespace, at most 255 code units, never `OWNED_LABEL`. A name without a letter or digit is told by
 * its code points, so that two such pillars get two labels.
 */
export function pillarLabel(name: string): string {
  const label = truncate(kebabCase(name), MAX_LABEL, '').replace(/-+$/u, '');
  if (label === OWNED_LABEL) return `pillar-${label}`;
  return label || truncate(['pillar', ...codePoints(name)].join('-'), MAX_LABEL, '').replace(/-+$/u, '');
}

function kebabCase(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/gu, '')
    .replace(/(?:^\p{M}+|[^\p{L}\p{N}\p{M}]+\p{M}*)+/gu, '-')
    .replace(/^-|-$/gu, '');
}

function codePoints(name: string): readonly string[] {
  return Array.from(name.trim(), (character) => (character.codePointAt(0) ?? 0).toString(16));
}
