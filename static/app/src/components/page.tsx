import { type ReactNode, useId } from 'react';
import Heading from '@atlaskit/heading';
import { Stack } from '@atlaskit/primitives/compiled';
import './text.css';

interface Props {
  readonly title: string;
  /** What the page is for, in a sentence. */
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A whole page with its title. */
export function Page({ title, lead, children }: Props) {
  const id = useId();
  return (
    <main className="page" aria-labelledby={id}>
      <Stack space="space.250">
        <Stack space="space.050">
          <Heading size="large" as="h1" id={id}>
            {title}
          </Heading>
          {lead === undefined ? null : <p className="lead">{lead}</p>}
        </Stack>
        {children}
      </Stack>
    </main>
  );
}
