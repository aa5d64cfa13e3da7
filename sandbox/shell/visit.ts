/** One request of a browser: by whom, for which page, over which clients. */
import type { Context } from 'hono';
import type { Aws } from '../aws';
import type { Host } from '../forge/host';
import type { Jira } from '../jira/jira';
import type { User } from '../jira/model/user';
import type { Clock } from '../clock';
import { currentPerson } from './current-user';
import { type AskJira, type JiraClient, jiraAs } from './jira-client';
import { type Theme, currentTheme } from './theme';

/** The site behind the pages. */
export interface ShellSite {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly jira: Jira;
  readonly aws: Aws;
  readonly host: Host;
  readonly clock: Clock;
  readonly askJira: AskJira;
}

export interface Visit {
  readonly context: Context;
  readonly site: ShellSite;
  readonly user: User;
  readonly jira: JiraClient;
  readonly theme: Theme;
  /** Path and query of the page, to come back to. */
  readonly here: string;
}

export function visit(context: Context, site: ShellSite): Visit {
  const user = currentPerson(context);
  const { pathname, search } = new URL(context.req.url);
  return {
    context,
    site,
    user,
    jira: jiraAs(site.askJira, site.url, user.accountId),
    theme: currentTheme(context),
    here: `${pathname}${search}`,
  };
}
