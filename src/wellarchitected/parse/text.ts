/** Text that people wrote in AWS, made safe to show. Pure. */

/** Control characters other than tab and newline, and the marks that reorder or hide what follows them. */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** A surrogate without its other half: valid in a JavaScript string, invalid in UTF-8 and so in Jira. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Several lines of text: every visible character is kept, at any length; what could deceive or break is not. */
export function safeText(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').replace(UNSAFE, '').replace(LONE_SURROGATE, '\ufffd').trim();
}

/** The same on one line, for titles and names. */
export function safeLine(raw: string): string {
  return safeText(raw.replace(/[\u2028\u2029]/g, ' ')).replace(/\s+/g, ' ');
}

/** An absolute http(s) address without credentials in it, as a URL normalises it; `undefined` for the rest. */
export function safeUrl(raw: string | undefined): string | undefined {
  if (raw === undefined || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return url.href;
}
