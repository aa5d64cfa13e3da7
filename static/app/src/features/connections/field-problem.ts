/** A refusal that is about one field alone, as the field itself says it: without the request and the field's name. */
export function fieldProblem(message: string, field: string): string {
  const start = [`The request is not valid: ${field}: `, `${field}: `].find((prefix) =>
    message.startsWith(prefix),
  );
  return message.slice(start?.length ?? 0).replace(/\.\.$/, '.');
}
