/** Issues by id, each once: an id and a key, or two keys of a moved issue, can name the same one. */
export function eachOnce<I extends { readonly id: string }>(issues: readonly I[]): readonly I[] {
  return [...new Map(issues.map((issue) => [issue.id, issue])).values()];
}
