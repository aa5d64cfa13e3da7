import { type Reading, accept, reject } from './reading';

/** Jira's documented limit of one label. */
const MAX_LENGTH = 255;

/** Labels are a set; Jira gives them back sorted. */
export function readLabels(value: unknown): Reading {
  if (value === null) return accept({ labels: [] });
  if (!Array.isArray(value)) return reject('labels', 'data was not an array');
  const labels: string[] = [];
  for (const [index, label] of (value as unknown[]).entries()) {
    if (typeof label !== 'string') return reject('labels', `string expected at index ${index}`);
    const complaint = complaintAbout(label);
    if (complaint !== undefined) return reject('labels', complaint);
    labels.push(label);
  }
  return accept({ labels: [...new Set(labels)].sort() });
}

function complaintAbout(label: string): string | undefined {
  if (label === '') return 'The label must not be empty.';
  if (/\s/.test(label)) return `The label '${label}' contains spaces which is invalid.`;
  if (label.length > MAX_LENGTH) return `The label '${label}' exceeds the maximum length of 255 characters.`;
  return undefined;
}
