import Heading from '@atlaskit/heading';

export function ProjectSettingsPage() {
  return (
    <main className="page">
      <Heading size="large">Well-Architected</Heading>
    </main>
  );
}
