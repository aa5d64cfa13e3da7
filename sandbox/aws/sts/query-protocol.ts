/** The AWS Query protocol: a form in, XML out. */
import { AwsError } from '../aws-error';
import type { WireRequest } from '../sigv4/canonical-request';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** A result: texts and numbers by element name, nested as XML nests. */
export interface XmlResult {
  readonly [element: string]: string | number | XmlResult;
}

/** The parameters of a request, from its query and, for a POST, its form. */
export function readParameters(request: WireRequest): URLSearchParams {
  const form = request.method === 'POST' ? Buffer.from(request.body).toString('utf8') : '';
  return new URLSearchParams([...new URLSearchParams(request.query), ...new URLSearchParams(form)]);
}

export function xmlAnswer(action: string, result: XmlResult, requestId: string): string {
  const content = { [`${action}Result`]: result, ResponseMetadata: { RequestId: requestId } };
  return document(`${action}Response`, content);
}

export function xmlError(error: AwsError, requestId: string): string {
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  const content = { Error: { Type: type, Code: error.code, Message: error.message }, RequestId: requestId };
  return document('ErrorResponse', content);
}

/** STS's error for a parameter that breaks a constraint. */
export function parameterError(name: string, value: string, constraint: string): AwsError {
  const field = name.charAt(0).toLowerCase() + name.slice(1);
  const message = `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${constraint}`;
  return new AwsError('ValidationError', 400, message);
}

function document(root: string, content: XmlResult): string {
  return `<${root} xmlns="${NAMESPACE}">${elements(content)}</${root}>\n`;
}

function elements(content: XmlResult): string {
  return Object.entries(content)
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'object' ? elements(value) : escape(String(value))}</${name}>`,
    )
    .join('');
}

function escape(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/\r/gu, '&#xD;');
}
