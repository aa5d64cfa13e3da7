import Heading from '@atlaskit/heading';

export function IssuePanel() {
  return (
    <main className="page">
      <Heading size="large">Well-Architected</Heading>
    </main>
  );
}
