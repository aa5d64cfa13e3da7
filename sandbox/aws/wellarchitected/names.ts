/** Names of workloads and milestones: spaces and capitalization make no other one (service model, WorkloadName). */
export function isSameName(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.replace(/\s/gu, '').toLowerCase();
}
