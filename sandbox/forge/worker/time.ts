export interface SiteTime {
  /** Sets the time of the site. */
  set(now: number): void;
}

/** Makes `Date` tell the site's time; timers keep running at their own pace. */
export function replaceClock(runs: boolean): SiteTime {
  const machine = Date;
  let told = machine.now();
  let toldAt = told;
  const now = (): number => (runs ? told + machine.now() - toldAt : told);
  globalThis.Date = new Proxy(machine, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new machine(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
  return {
    set(siteNow) {
      told = siteNow;
      toldAt = machine.now();
    },
  };
}
