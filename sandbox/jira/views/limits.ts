/** Documented for search and bulk fetch: how many entity properties one request may ask for. */
export const MAX_PROPERTIES = 5;
