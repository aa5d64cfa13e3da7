import Heading from '@atlaskit/heading';

export function AdminPage() {
  return (
    <main className="page">
      <Heading size="large">Well-Architected</Heading>
    </main>
  );
}
