import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import { useAnswer } from '../../data/use-answer';
import { FirstUse } from '../../components/first-use';
import { Loaded } from '../../components/loaded';
import { PartHeading } from '../../components/part-heading';
import { adminTexts } from '../../texts/admin';

interface Props {
  readonly onEnterKey: () => void;
  readonly onConnect: () => void;
}

/** The page before there is a connection: an access key comes first, where the app has none. */
export function FirstConnection({ onEnterKey, onConnect }: Props) {
  const asked = useAnswer('accessKey.list', {});
  const { title, lead, keyTitle, keyHint, key, account, accountLater } = adminTexts.first;
  return (
    <Stack space="space.200">
      <PartHeading>{adminTexts.parts.connections}</PartHeading>
      <FirstUse title={title} lead={lead}>
        <Loaded of={asked}>
          {({ keys }) =>
            keys.length > 0 ? (
              <Button appearance="primary" onClick={onConnect}>
                {account}
              </Button>
            ) : (
              <ol className="first-use-steps">
                <li>
                  <strong>{keyTitle}</strong>
                  <p className="plain">{keyHint}</p>
                  <Button appearance="primary" onClick={onEnterKey}>
                    {key}
                  </Button>
                </li>
                <li>
                  <strong>{accountLater}</strong>
                  <Button onClick={onConnect}>{account}</Button>
                </li>
              </ol>
            )
          }
        </Loaded>
      </FirstUse>
    </Stack>
  );
}
