import { type ReactNode, useEffect, useRef } from 'react';
import Heading from '@atlaskit/heading';
import './part-heading.css';

interface Props {
  readonly children: ReactNode;
  readonly level?: 'h2' | 'h3';
  /** What was opened by a click far away takes the focus along, so that reading goes on here. */
  readonly takesFocus?: boolean;
}

/** The heading of a part of a page. */
export function PartHeading({ children, level = 'h2', takesFocus = false }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) ref.current?.focus();
  }, [takesFocus]);
  return (
    <div className="part-heading" ref={ref} tabIndex={-1}>
      <Heading as={level} size={level === 'h2' ? 'medium' : 'small'}>
        {children}
      </Heading>
    </div>
  );
}
