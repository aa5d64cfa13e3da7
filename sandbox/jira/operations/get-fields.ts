import { allFields } from '../fields/catalogue';
import type { Operation } from '../operation';

export const getFields: Operation = {
  method: 'GET',
  path: '/rest/api/3/field',
  anonymous: true,
  example: () => ({}),
  handle({ site }) {
    const body = allFields(site.tables).map(({ id, name, schema, custom, operations }) => ({
      id,
      key: id,
      name,
      custom,
      orderable: operations.length > 0,
      navigable: true,
      searchable: true,
      clauseNames: custom ? [`cf[${id.replace('customfield_', '')}]`, name] : [id],
      schema,
    }));
    return { status: 200, body };
  },
};
