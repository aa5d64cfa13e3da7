import { type ReactNode, useId } from 'react';
import Heading from '@atlaskit/heading';
import { Stack } from '@atlaskit/primitives/compiled';
import './text.css';

/** A whole page with its title. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <main className="page" aria-labelledby={id}>
      <Stack space="space.250">
        <Heading size="large" as="h1" id={id}>
          {title}
        </Heading>
        {children}
      </Stack>
    </main>
  );
}
