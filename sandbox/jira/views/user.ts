import type { User } from '../model/user';
import { type Site, selfUrl } from '../site';
import { referenced } from '../tables';

/** A person as others see them: the e-mail address stays private. */
export function userBean(site: Site, accountId: string): Record<string, unknown> {
  const user = referenced(site.tables.users, accountId);
  return {
    self: selfUrl(site, `user?accountId=${encodeURIComponent(accountId)}`),
    accountId,
    accountType: user.accountType,
    displayName: user.displayName,
    active: true,
    timeZone: 'Etc/UTC',
    avatarUrls: avatarUrls(site, 'user', accountId),
  };
}

/** A person as they see themselves. */
export function ownUserBean(site: Site, user: User): Record<string, unknown> {
  const bean = { ...userBean(site, user.accountId), locale: 'en_US' };
  return user.email === undefined ? bean : { ...bean, emailAddress: user.email };
}

/** The four sizes of an avatar. The pictures themselves are not served. */
export function avatarUrls(site: Site, kind: string, id: string): Record<string, string> {
  const url = selfUrl(site, `universal_avatar/view/type/${kind}/avatar/${encodeURIComponent(id)}`);
  return {
    '48x48': url,
    '24x24': `${url}?size=small`,
    '16x16': `${url}?size=xsmall`,
    '32x32': `${url}?size=medium`,
  };
}
