export interface ShiftedClock {
  /** Sets the distance of the site's time from the machine's. */
  shift(offsetMs: number): void;
}

/** Makes `Date` tell the site's time; timers keep running at their own pace. */
export function shiftClock(): ShiftedClock {
  const machine = Date;
  let offset = 0;
  const now = (): number => machine.now() + offset;
  globalThis.Date = new Proxy(machine, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new machine(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
  return {
    shift(offsetMs) {
      offset = offsetMs;
    },
  };
}
