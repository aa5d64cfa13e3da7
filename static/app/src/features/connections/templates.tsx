/** The product's own CloudFormation templates, as text to copy; loaded when somebody is to deploy one. */
import eventsTemplate from '../../../../../aws/events.yaml?raw';
import roleTemplate from '../../../../../aws/role.yaml?raw';
import userTemplate from '../../../../../aws/user.yaml?raw';
import { CopyField } from '../../components/copy-field';
import { adminTexts } from '../../texts/admin';
import { connectionTexts } from '../../texts/connections';

export function RoleTemplate() {
  return <CopyField isBlock label={connectionTexts.role.template} text={roleTemplate} />;
}

export function EventsTemplate() {
  return <CopyField isBlock label={connectionTexts.events.template} text={eventsTemplate} />;
}

export function UserTemplate() {
  return <CopyField isBlock label={adminTexts.keys.template} text={userTemplate} />;
}
