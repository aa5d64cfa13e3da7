/** What a person needs to know of the running site, as lines: for the terminal and for the home page. */
import { ACCOUNT, ADMIN_USER, type Aws, canSee, REGION } from '../aws';
import type { Clock } from '../clock';
import type { Jira } from '../jira/jira';

export interface SiteFacts {
  readonly url: string;
  readonly aws: Aws;
  readonly jira: Jira;
  readonly clock: Clock;
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

const DEFAULT_URL = 'http://127.0.0.1:8620';
/** The user whose e-mail address and token are printed. */
const JIRA_USER = 'jira-admin@example.invalid';

/** The latest workload serves as the example: a lens file's, where one was named. */
export function siteSections({ url, aws, jira }: SiteFacts): readonly Section[] {
  const seen = aws.admin.workloads().filter((workload) => canSee(workload, ACCOUNT));
  const names = seen.map(({ details }) => details.WorkloadName);
  const first = names.at(-1) ?? 'NAME';
  const site = url === DEFAULT_URL ? '' : ` --site ${url}`;
  return [
    {
      title: 'Jira',
      lines: [
        `${url}/jira   spaces WA (team-managed, Scrum) and KAN (company-managed, Kanban)`,
        `user ${JIRA_USER}   token ${jira.apiToken}`,
        `curl -u ${JIRA_USER}:${jira.apiToken} ${url}/jira/rest/api/3/myself`,
      ],
    },
    {
      title: 'AWS',
      lines: [
        `${url}/aws   Region ${REGION}`,
        `export AWS_ACCESS_KEY_ID=${ADMIN_USER.accessKeyId} AWS_SECRET_ACCESS_KEY=${ADMIN_USER.secretAccessKey} AWS_DEFAULT_REGION=${REGION}`,
        `aws wellarchitected list-workloads --endpoint-url ${url}/aws`,
      ],
    },
    { title: 'Reviews', lines: names.map((name) => `"${name}"`) },
    {
      title: 'A first sync',
      lines: [
        `npm run sync --${site} --workload "${first}" --project WA --preview`,
        `npm run sync --${site} --workload "${first}" --project WA`,
      ],
    },
    {
      title: 'Looking inside',
      lines: [
        `${url}/sandbox/requests?summary=1   calls of Jira and AWS`,
        `${url}/forge/logs   what the app logs`,
        `${url}/forge/idle   answers when the queues have drained`,
      ],
    },
  ];
}
