import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time in milliseconds since the epoch, to the minute: what is told relative to it grows old on the page. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
