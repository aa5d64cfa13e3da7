/**
 * Makes `process.env` hold exactly these. It is the worker thread's own copy, which Node and the host's loader
 * needed until here; the machine's stays as it is.
 */
export function replaceEnvironment(variables: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, variables);
}
