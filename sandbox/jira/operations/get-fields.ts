import { allFields } from '../fields/catalogue';
import { servedField } from '../jql/fields/find-field';
import type { Operation } from '../operation';

/** What is said to be searchable and orderable is what JQL here takes; Jira's takes more. */
export const getFields: Operation = {
  method: 'GET',
  path: '/rest/api/3/field',
  anonymous: true,
  example: () => ({}),
  handle({ site }) {
    const body = allFields(site.tables).map(({ id, name, schema, custom }) => {
      const clause = custom ? undefined : clauseOf(id);
      return {
        id,
        key: id,
        name,
        custom,
        orderable: clause !== undefined && servedField(clause)?.sort !== undefined,
        navigable: true,
        searchable: clause !== undefined,
        clauseNames: clause === undefined ? [] : [clause],
        schema,
      };
    });
    return { status: 200, body };
  },
};

/** By which name JQL searches for a field of Jira's own, as far as it does here. */
function clauseOf(id: string): string | undefined {
  const name = id === 'statuscategorychangedate' ? 'statusCategoryChangedDate' : id;
  return servedField(name) === undefined ? undefined : name;
}
