/** What the account's administrator does once: deploying aws/role.yaml with the values that the app shows. */
import { html } from 'hono/html';
import { parse } from 'yaml';
import { z } from 'zod';
import { ACCOUNT, AwsError, DEFAULT_USER, REGION, roleTemplate } from '../../aws';
import { respond } from '../layout';
import type { Markup } from '../markup';
import { leaveMessage } from '../messages';
import type { Visit } from '../visit';
import { CONSOLE } from './console-paths';

export const STACK = `${CONSOLE}/stack`;

const templateSchema = z.object({
  Parameters: z.record(
    z.string(),
    z.object({
      Description: z.string(),
      Default: z.string().optional(),
      AllowedValues: z.array(z.string()).optional(),
    }),
  ),
});

/** The template's own tags (!Ref, !Sub) stand below its parameters, which are plain. */
function parametersOf(template: string): z.infer<typeof templateSchema>['Parameters'] {
  return templateSchema.parse(parse(template, { logLevel: 'silent' })).Parameters;
}

export function stackPage(visit: Visit): Promise<Response> {
  const fields = Object.entries(parametersOf(roleTemplate()));
  return respond(visit, {
    title: 'Create a stack',
    body: html`<div class="page">
      <nav class="crumbs" aria-label="Breadcrumbs"><a href="${CONSOLE}">Workloads</a></nav>
      <h1>Create the role</h1>
      <p class="lead">
        CloudFormation with <code>aws/role.yaml</code>. Paste the parameters that the connection shows in
        Jira, and take the role’s ARN back there.
      </p>
      <form class="fields" method="post" action="${STACK}">
        <label for="stack-account">AWS account</label>
        <input id="stack-account" name="account" value="${ACCOUNT}" pattern="\\d{12}" required />
        ${fields.map(([name, field]) => parameterField(name, field))}
        <button class="button button-primary" type="submit">Create stack</button>
      </form>
      <h2>The app’s IAM user</h2>
      <p>
        If Jira asks for an access key: this user exists in account ${ACCOUNT}, as
        <code>aws/user.yaml</code> makes it.
      </p>
      <pre tabindex="0" aria-label="Access key">
Access key ID      ${DEFAULT_USER.accessKeyId}
Secret access key  ${DEFAULT_USER.secretAccessKey}</pre>
    </div>`,
  });
}

interface Field {
  readonly Description: string;
  readonly Default?: string | undefined;
  readonly AllowedValues?: readonly string[] | undefined;
}

function parameterField(name: string, { Description, Default = '', AllowedValues }: Field): Markup {
  const id = `stack-${name}`;
  const hint = html`<p class="quiet" id="${id}-hint">${Description}</p>`;
  return html`<label for="${id}">${name}</label> ${
      AllowedValues
        ? html`<select id="${id}" name="${name}" aria-describedby="${id}-hint">
            ${AllowedValues.map((value) => html`<option ${value === Default ? html`selected` : ''}>${value}</option>`)}
          </select>`
        : html`<input id="${id}" name="${name}" value="${Default}" aria-describedby="${id}-hint" />`
    }
    ${hint}`;
}

/** Deploys; what CloudFormation says is the message of the page that follows. */
export async function createStack(visit: Visit): Promise<Response> {
  const { context, site } = visit;
  const form = await context.req.parseBody();
  const text = (name: string) => {
    const value = form[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const names = Object.keys(parametersOf(roleTemplate()));
  const parameters = Object.fromEntries(
    names.flatMap((name) => (text(name) === '' ? [] : [[name, text(name)]])),
  );
  try {
    const outputs = site.aws.admin.deployStack({
      template: roleTemplate(),
      parameters,
      account: text('account'),
      region: REGION,
      stackName: `role-${text('RoleName')}`,
    });
    leaveMessage(context, {
      kind: 'success',
      lines: ['The stack is complete. The role’s ARN:', outputs.RoleArn ?? ''],
    });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    leaveMessage(context, { kind: 'error', lines: [error.message] });
  }
  return context.redirect(STACK, 303);
}
