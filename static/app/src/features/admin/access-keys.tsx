import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import Spinner from '@atlaskit/spinner';
import '../../components/cards.css';
import { useAnswer } from '../../data/use-answer';
import { Loaded } from '../../components/loaded';
import { PartHeading } from '../../components/part-heading';
import { texts } from '../../texts';
import { adminTexts } from '../../texts/admin';
import type { AccessKeyView, UnusableKey } from '../../../../../src/contract';
import { AccessKeyCard } from './access-key-card';
import { AccessKeyForm } from './access-key-form';

const UnusableKeyCard = lazy(async () => ({
  default: (await import('./unusable-key-card')).UnusableKeyCard,
}));
const UserTemplate = lazy(async () => ({ default: (await import('../connections/templates')).UserTemplate }));

/** The IAM users that the app signs in as, and where a Jira admin enters the key of one. */
export function AccessKeys() {
  const asked = useAnswer('accessKey.list', {});
  const { lead } = adminTexts.keys;
  return (
    <Stack space="space.200">
      <PartHeading>{adminTexts.parts.keys}</PartHeading>
      <p className="plain">{lead}</p>
      <Loaded of={asked}>{({ keys, unusable }) => <Known keys={keys} unusable={unusable} />}</Loaded>
    </Stack>
  );
}

interface KnownProps {
  readonly keys: readonly AccessKeyView[];
  readonly unusable: readonly UnusableKey[] | undefined;
}

function Known({ keys, unusable = [] }: KnownProps) {
  const [isEntering, setEntering] = useState(keys.length === 0);
  const hasNone = keys.length + unusable.length === 0;
  const { enter } = adminTexts.keys;
  return (
    <Stack space="space.200">
      {hasNone ? (
        <NoKey />
      ) : (
        <ul className="cards" aria-label={adminTexts.parts.keys}>
          {keys.map((key) => (
            <AccessKeyCard key={key.partition} accessKey={key} />
          ))}
          {unusable.map((key) => (
            <Suspense key={key.partition} fallback={null}>
              <UnusableKeyCard {...key} />
            </Suspense>
          ))}
        </ul>
      )}
      {isEntering ? (
        <AccessKeyForm
          onSaved={() => setEntering(false)}
          onCancel={keys.length === 0 ? undefined : () => setEntering(false)}
        />
      ) : (
        <Inline>
          <Button appearance={keys.length === 0 ? 'primary' : 'default'} onClick={() => setEntering(true)}>
            {enter}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}

function NoKey() {
  const { none, noneHint, showTemplate } = adminTexts.keys;
  const [isShown, setShown] = useState(false);
  return (
    <div className="card">
      <strong>{none}</strong>
      <p className="plain">{noneHint}</p>
      {isShown ? (
        <Suspense fallback={<Spinner label={texts.shared.loading} />}>
          <UserTemplate />
        </Suspense>
      ) : (
        <Inline>
          <Button onClick={() => setShown(true)}>{showTemplate}</Button>
        </Inline>
      )}
    </div>
  );
}
