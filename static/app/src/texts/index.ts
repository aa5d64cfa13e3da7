/** Every text of the pages, by page. A translation is another object of the same shape. */
import { shared } from './en/shared';

export const texts = { shared } as const;
