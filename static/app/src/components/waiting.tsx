import Spinner from '@atlaskit/spinner';

/** Something is loading; screen readers hear what. */
export function Waiting({ label }: { readonly label: string }) {
  return (
    <div className="page" role="status">
      <Spinner size="large" label={label} />
    </div>
  );
}
