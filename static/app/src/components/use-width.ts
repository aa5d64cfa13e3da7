import { type RefObject, useEffect, useRef, useState } from 'react';

/** Drawn with until the page has told how wide it is. */
const FIRST = 640;

/** The width of an element in pixels, as it is now and whenever it changes. */
export function useWidth(): readonly [RefObject<HTMLDivElement>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
