import type { ReactNode } from 'react';
import { Inline } from '@atlaskit/primitives/compiled';
import { PartHeading } from './part-heading';

interface Props {
  readonly title: string;
  /** What can be done with the part as a whole. */
  readonly children: ReactNode;
}

/** The heading of a part of a page, and its button at the far end. */
export function PartHeader({ title, children }: Props) {
  return (
    <Inline space="space.200" rowSpace="space.100" spread="space-between" alignBlock="center" shouldWrap>
      <PartHeading>{title}</PartHeading>
      {children}
    </Inline>
  );
}
