import { type ReactNode, useEffect, useRef } from 'react';
import Heading from '@atlaskit/heading';
import './part-heading.css';

/**
 * The heading of a screen that replaces another. Where the button that led here is gone, and the
 * focus with it, reading goes on here; a page that was just opened takes no focus.
 */
export function LandingHeading({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && navigator.userActivation.hasBeenActive) ref.current?.focus();
  }, []);
  return (
    <div className="part-heading" ref={ref} tabIndex={-1}>
      <Heading as="h2" size="medium">
        {children}
      </Heading>
    </div>
  );
}
