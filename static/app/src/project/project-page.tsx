import Heading from '@atlaskit/heading';

export function ProjectPage() {
  return (
    <main className="page">
      <Heading size="large">Well-Architected</Heading>
    </main>
  );
}
