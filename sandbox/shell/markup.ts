/** What templates answer: text that is escaped already. `html` escapes every value that is put into it. */
import type { HtmlEscapedString } from 'hono/utils/html';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;
