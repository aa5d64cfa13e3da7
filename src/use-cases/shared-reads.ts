/** What many links have in common, for one answer. */
import type { LinkSettingsPorts } from '../linked-workloads/link-settings';
import type { LinkStatePorts } from '../linked-workloads/link-state';

type Shared = Pick<LinkStatePorts, 'connections' | 'accessKeys'> & Pick<LinkSettingsPorts, 'siteSettings'>;

/** As `ports`, for as long as one answer takes: each connection, each key and the site's settings are read once. */
export function sharedReads({ connections, accessKeys, siteSettings }: Shared): Shared {
  const settings = once(() => siteSettings.load());
  return {
    connections: { get: once((id) => connections.get(id)) },
    accessKeys: { get: once((partition) => accessKeys.get(partition)) },
    siteSettings: { load: () => settings('') },
  };
}

/** A failure is as good for the others as an answer. */
export function once<K extends string, T>(read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const known = new Map<K, Promise<T>>();
  return (key) => {
    const answer = known.get(key) ?? read(key);
    known.set(key, answer);
    return answer;
  };
}
