import type { Operation } from '../operation';
import { flagAt, listAt } from '../query';
import { pageBean } from '../views/paging';
import { resolutionBean } from '../views/priority';

export const getResolutions: Operation = {
  method: 'GET',
  path: '/rest/api/3/resolution',
  anonymous: false,
  example: () => ({}),
  handle({ site }) {
    const all = [...site.tables.resolutions.values()];
    return { status: 200, body: all.map((resolution) => resolutionBean(site, resolution)) };
  },
};

/** The document calls the flag `default` in the schema and `isDefault` in its example, as live sites do. */
export const searchResolutions: Operation = {
  method: 'GET',
  path: '/rest/api/3/resolution/search',
  anonymous: false,
  example: () => ({ query: 'maxResults=5' }),
  handle(call) {
    const { site, query } = call;
    const found = [...site.tables.resolutions.values()]
      .filter(({ id }) => listAt(query, 'id')?.includes(id) ?? true)
      .filter(({ isDefault }) => !flagAt(query, 'onlyDefault') || isDefault);
    const page = pageBean(call, found, 50, 1000);
    const values = page.values.map((resolution) => ({
      ...resolutionBean(site, resolution),
      isDefault: resolution.isDefault,
    }));
    return { status: 200, body: { ...page, values } };
  },
};
