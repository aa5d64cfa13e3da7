import { PROPERTY_KEY } from '../ownership';

/**
 * A JQL string: quoted, and every code unit but printable ASCII written as an escape of JQL's grammar, so that
 * no value can leave its quotes or break the query.
 */
export function jqlString(value: string): string {
  const escaped = value.replace(/["\\]/g, (character) => `\\${character}`);
  return `"${escaped.replace(/[^\x20-\x7e]/g, unicodeEscape)}"`;
}

/**
 * Our issues of a workload, by the indexed property. The long form, not the alias `waWorkload` of
 * manifest.yml: an alias is ambiguous where two apps on a site declare it, for example this app twice.
 */
export function ofWorkload(workloadArn: string): string {
  return `issue.property[${PROPERTY_KEY}].workload = ${jqlString(workloadArn)}`;
}

/** Every issue of a project, the one with the highest number first. */
export function newestFirst(projectKey: string): string {
  return `project = ${jqlString(projectKey)} ORDER BY key DESC`;
}

function unicodeEscape(codeUnit: string): string {
  return `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
