/** A browser without scripts: keeps cookies, sends forms as the page shows them, follows redirects. */
import type { Site } from '../../../sandbox/site/site';

export interface Shown {
  readonly status: number;
  /** Path, query and fragment where it ended. */
  readonly path: string;
  readonly html: string;
  /** What a person reads: without markup, white space as one blank. */
  readonly text: string;
}

export interface Browser {
  open(path: string): Promise<Shown>;
  /** Sends the page's form with that action, with these fields instead of its own; `undefined` unticks. */
  submit(page: Shown, action: string, fields?: Fields): Promise<Shown>;
  /** A form that no page showed. */
  post(path: string, fields: Readonly<Record<string, string>>, origin?: string): Promise<Shown>;
  /** Chooses that person at the top of the page. */
  switchTo(accountId: string): Promise<void>;
}

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export function openBrowser(site: Site): Browser {
  const cookies = new Map<string, string>();

  async function load(path: string, init: RequestInit = {}): Promise<Shown> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(`${site.url}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const location = response.headers.get('location');
    if (location !== null) return load(location);
    const html = await response.text();
    return { status: response.status, path, html, text: readable(html) };
  }

  const post: Browser['post'] = (path, fields, origin = site.url) =>
    load(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } });

  return {
    open: (path) => load(path),
    post,
    submit(page, action, fields = {}) {
      const body = new URLSearchParams(fieldsOf(page.html, action, fields));
      return load(action, { method: 'POST', body, headers: { origin: site.url } });
    },
    async switchTo(accountId) {
      await post('/shell/user', { accountId, back: '/' });
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

/** Names and values as a browser would send them, with CRLF for every line end. */
function fieldsOf(html: string, action: string, instead: Fields): [string, string][] {
  const form = formOf(html, action);
  const shown = [...inputs(form), ...selects(form), ...textAreas(form)].filter(
    ([name]) => !(name in instead),
  );
  const given = Object.entries(instead).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each) => [name, each] as const),
  );
  return [...shown, ...given].map(([name, value]) => [name, value.replace(/\r?\n/g, '\r\n')]);
}

function formOf(html: string, action: string): string {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((each) => attribute(/^<form[^>]*>/.exec(each)?.[0] ?? '', 'action') === action);
  if (form === undefined) throw new Error(`the page has no form for ${action}`);
  return form;
}

function inputs(form: string): (readonly [string, string])[] {
  return (form.match(/<input[^>]*>/g) ?? []).flatMap((tag) => {
    const isTicked = attribute(tag, 'type') !== 'checkbox' || /\schecked[\s/>]/.test(tag);
    const name = attribute(tag, 'name');
    return name === undefined || !isTicked ? [] : [[name, attribute(tag, 'value') ?? 'on'] as const];
  });
}

function selects(form: string): (readonly [string, string])[] {
  return (form.match(/<select[\s\S]*?<\/select>/g) ?? []).map((select) => {
    const options = select.match(/<option[^>]*>/g) ?? [];
    const chosen = options.find((tag) => /\sselected[\s>]/.test(tag)) ?? options[0] ?? '';
    return [attribute(select, 'name') ?? '', attribute(chosen, 'value') ?? ''] as const;
  });
}

/** The first line end after the tag is no part of the text. */
function textAreas(form: string): (readonly [string, string])[] {
  return [...form.matchAll(/(<textarea[^>]*>)\n?([\s\S]*?)<\/textarea>/g)].map(
    ([, tag = '', text = '']) => [attribute(tag, 'name') ?? '', decode(text)] as const,
  );
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
}

function readable(html: string): string {
  return decode(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

function decode(text: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => entities[name] ?? whole);
}
