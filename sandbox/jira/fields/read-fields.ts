/** Reads the `fields` and `update` of a request against a screen. */
import type { IssuePatch } from '../model/issue';
import { type ErrorCollection, fieldError } from '../refusal';
import { type FieldScope, type Reading, cannotBeSet } from './reading';
import { readField } from './readers';

export interface FieldInput {
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly update?: Readonly<Record<string, readonly FieldOperation[]>> | undefined;
}

/** One of `set`, `add`, `remove` with its value. */
export type FieldOperation = Readonly<Record<string, unknown>>;

export interface FieldsRead {
  readonly patch: IssuePatch;
  readonly problems: readonly ErrorCollection[];
}

/** Every field that the request gives must be one of `allowed`; all complaints come together. */
export function readFields(input: FieldInput, allowed: ReadonlySet<string>, scope: FieldScope): FieldsRead {
  const fields = Object.entries(input.fields ?? {});
  const updates = Object.entries(input.update ?? {});
  const readings = [
    ...fields.map(([id, value]) => (allowed.has(id) ? readField(id, value, scope) : refused(id))),
    ...updates.map(([id, operations]) =>
      allowed.has(id) ? readUpdate(id, operations, input, scope) : refused(id),
    ),
  ];
  const patches = readings.flatMap((reading) => (reading.ok ? [reading.patch] : []));
  const problems = readings.flatMap((reading) => (reading.ok ? [] : [reading.problem]));
  return { patch: mergePatches(patches), problems };
}

/** Later patches win; custom fields are merged one by one. */
export function mergePatches(patches: readonly IssuePatch[]): IssuePatch {
  let merged: IssuePatch = {};
  let custom: Readonly<Record<string, unknown>> = {};
  for (const patch of patches) {
    merged = { ...merged, ...patch };
    custom = { ...custom, ...patch.custom };
  }
  return Object.keys(custom).length === 0 ? merged : { ...merged, custom };
}

function refused(id: string): Reading {
  return { ok: false, problem: cannotBeSet(id) };
}

function readUpdate(
  id: string,
  operations: readonly FieldOperation[],
  input: FieldInput,
  scope: FieldScope,
): Reading {
  if (input.fields !== undefined && id in input.fields) {
    return {
      ok: false,
      problem: fieldError(id, `Field '${id}' cannot appear in both 'fields' and 'update'`),
    };
  }
  if (id === 'labels') return readLabelOperations(operations, scope);
  const last = operations.at(-1);
  if (last === undefined || !('set' in last)) return unsupported(id, operations);
  return readField(id, last.set, scope);
}

/** `add` and `remove` change the labels that are there; `set` replaces them. */
function readLabelOperations(operations: readonly FieldOperation[], scope: FieldScope): Reading {
  let labels: unknown[] = [...(scope.current?.labels ?? [])];
  for (const operation of operations) {
    if ('set' in operation) labels = asList(operation.set);
    else if ('add' in operation) labels = [...labels, operation.add];
    else if ('remove' in operation) labels = labels.filter((label) => label !== operation.remove);
    else return unsupported('labels', [operation]);
  }
  return readField('labels', labels, scope);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function unsupported(id: string, operations: readonly FieldOperation[]): Reading {
  const name = Object.keys(operations.at(-1) ?? {})[0] ?? '';
  return { ok: false, problem: fieldError(id, `Field with id '${id}' does not support operation '${name}'`) };
}
