/** The same object with some of its methods replaced; the others keep their `this`. */
export function replacing<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get(inner, member) {
      const method: unknown = Reflect.get(Object.hasOwn(methods, member) ? methods : inner, member);
      return typeof method === 'function' ? (method.bind(inner) as unknown) : method;
    },
  });
}
