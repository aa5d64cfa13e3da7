import { z } from 'zod';
import { UpstreamError } from '../../upstream-error';
import type { Trace } from '../model';
import { because } from '../reasons';
import type { Http } from './http';
import { creatorSchema } from './issue-schema';
import { route } from './requester';

const counted = z.object({ total: z.number() });
const listed = z.array(z.unknown());

/** A field that Jira leaves out, because it is switched off or hidden, is not known to be empty. */
const schema = z.object({
  fields: z.object({
    creator: creatorSchema,
    comment: counted.optional(),
    worklog: counted.optional(),
    attachment: listed.optional(),
    issuelinks: listed.optional(),
    subtasks: listed.optional(),
  }),
  changelog: z
    .object({
      total: z.number(),
      histories: z.array(z.object({ author: z.object({ accountId: z.string() }).optional() })),
    })
    .optional(),
});

type Answer = z.infer<typeof schema>;

const FIELDS = 'creator,comment,worklog,attachment,issuelinks,subtasks';

/** See `Jira.traces`. */
export async function readTraces(
  http: Http,
  id: string,
  account: string,
): Promise<readonly Trace[] | undefined> {
  const what = because('to-read-issue', { issue: id });
  const path = route`/rest/api/3/issue/${id}?fields=${FIELDS}&expand=changelog`;
  try {
    return tracesIn(await http.read({ what, method: 'GET', route: path, repeatable: true }, schema), account);
  } catch (error) {
    if (error instanceof UpstreamError && error.details.code === '404') return undefined;
    throw error;
  }
}

function tracesIn({ fields, changelog }: Answer, account: string): readonly Trace[] {
  const { comment, worklog, attachment, issuelinks, subtasks } = fields;
  const isAll = changelog !== undefined && changelog.histories.length === changelog.total;
  const isOwn = changelog?.histories.every(({ author }) => author?.accountId === account);
  const found: readonly (readonly [Trace, boolean | undefined])[] = [
    ['creator', fields.creator?.accountId === account],
    ['comment', isEmpty(comment?.total)],
    ['worklog', isEmpty(worklog?.total)],
    ['attachment', isEmpty(attachment?.length)],
    ['link', isEmpty(issuelinks?.length)],
    ['subtask', isEmpty(subtasks?.length)],
    ['edit', isAll ? isOwn : undefined],
  ];
  return found.flatMap(([trace, isNone]) => (isNone === true ? [] : [isNone === false ? trace : 'unknown']));
}

/** Undefined where Jira does not say. */
function isEmpty(count: number | undefined): boolean | undefined {
  return count === undefined ? undefined : count === 0;
}
