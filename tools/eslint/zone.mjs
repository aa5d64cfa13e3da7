/** A zone of `import-x/no-restricted-paths`: `target` may not import `from`, because `message`. */
export const zone = (target, from, message, except = []) => ({ target, from, except, message });
