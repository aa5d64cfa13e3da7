import { OutLink } from '../../components/out-link';
import { connectionTexts } from '../../texts/connections';
import type { LaunchStack } from '../../../../../src/contract';

/** To the CloudFormation console, and whether its page is filled in. */
export function LaunchLink({ launch: { region, url, filled } }: { readonly launch: LaunchStack }) {
  const own = connectionTexts.launch;
  return (
    <p className="plain">
      <OutLink href={url}>{filled ? own.filled({ region }) : own.empty({ region })}</OutLink>
    </p>
  );
}
