/** Whom the browser plays: a cookie names one of the site's people. It proves nothing; it is a switch. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { User } from '../jira/model/user';
import { JIRA_ADMIN, USERS } from '../jira/seed/users';

const COOKIE = 'shell-user';

/** Who can be chosen, in the order of what they may do. */
export const PEOPLE: readonly User[] = USERS.filter(({ accountType }) => accountType === 'atlassian');

/** The account id of the person at the page; the Jira admin until somebody else is chosen. */
export function currentUser(context: Context): string {
  return currentPerson(context).accountId;
}

export function currentPerson(context: Context): User {
  return find(getCookie(context, COOKIE)) ?? admin();
}

/** Switches to that person from the next request on. @returns them, or nothing for an unknown account */
export function switchUser(context: Context, accountId: unknown): User | undefined {
  const person = find(accountId);
  if (person !== undefined) {
    setCookie(context, COOKIE, person.accountId, { path: '/', sameSite: 'Lax', httpOnly: true });
  }
  return person;
}

function find(accountId: unknown): User | undefined {
  return PEOPLE.find((person) => person.accountId === accountId);
}

function admin(): User {
  const person = find(JIRA_ADMIN);
  if (person === undefined) throw new Error('the site has no Jira admin');
  return person;
}
