/** The forms in which the app sends values of fields are those of the official example of a create. */
import { describe, expect, test } from '@jest/globals';
import { encode } from '../../../src/jira/client/field-content';
import type { FieldContent, FieldKind } from '../../../src/jira/model';
import { loadOpenApi } from './openapi';

const openApi = loadOpenApi();
const described = openApi ? describe : describe.skip;

const idsOf = (value: unknown) => (value as { id: string }[]).map(({ id }) => id);
const textOf = (value: unknown) =>
  (value as { content: { content: { text: string }[] }[] }).content[0]?.content[0]?.text ?? '';

described('the official example of POST /rest/api/3/issue', () => {
  test.each<[field: string, kind: FieldKind, content: (example: unknown) => FieldContent]>([
    ['components', 'choices', idsOf],
    ['fixVersions', 'choices', idsOf],
    ['versions', 'choices', idsOf],
    ['environment', 'paragraph', textOf],
    ['customfield_40000', 'paragraph', textOf],
    ['duedate', 'date', (day) => day as string],
    ['assignee', 'user', (person) => (person as { id: string }).id],
    ['labels', 'labels', (labels) => labels as string[]],
  ])('%s', (field, kind, content) => {
    const example = officialFields()[field];
    const given = content(example);
    const options = (Array.isArray(given) ? (given as string[]) : []).map((id) => ({ id, name: id }));
    const encoded = encode(kind, given, options, !field.startsWith('customfield_'));
    expect(encoded).toEqual({ ok: true, value: example });
  });
});

function officialFields(): Readonly<Record<string, unknown>> {
  const document = openApi?.document as unknown as {
    paths: Record<string, { post: { requestBody: { content: Record<string, { example: unknown }> } } }>;
  };
  const { example } = document.paths['/rest/api/3/issue']!.post.requestBody.content['application/json']!;
  return (example as { fields: Record<string, unknown> }).fields;
}
