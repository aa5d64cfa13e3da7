import { Choice, type Option } from '../../components/choice';
import { settingsTexts } from '../../texts/settings';
import type { SiteSettings } from '../../../../../src/contract';

export type Mode = 'MANUAL' | 'AUTO' | 'DISABLED';

/** Status and type of issue management are one question to a person: who starts a sync. */
export function modeOf({
  issueManagementStatus,
  issueManagementType,
}: Pick<SiteSettings, 'issueManagementStatus' | 'issueManagementType'>): Mode {
  return issueManagementStatus === 'DISABLED' ? 'DISABLED' : issueManagementType;
}

interface Props {
  readonly value: Mode | 'site';
  /** What applies if it is left to the site; absent where there is nobody to inherit from. */
  readonly inherited?: Mode;
  readonly onChange: (mode: Mode | 'site') => void;
}

export function ModeField({ value, inherited, onChange }: Props) {
  const { mode, asSite } = settingsTexts;
  const site: Option<Mode | 'site'>[] =
    inherited === undefined ? [] : [{ value: 'site', label: asSite({ value: mode[inherited] }) }];
  return (
    <Choice<Mode | 'site'>
      legend={mode.legend}
      value={value}
      options={[
        ...site,
        { value: 'MANUAL', label: mode.MANUAL, hint: mode.MANUALHint },
        { value: 'AUTO', label: mode.AUTO, hint: mode.AUTOHint },
        { value: 'DISABLED', label: mode.DISABLED, hint: mode.DISABLEDHint },
      ]}
      onChange={onChange}
    />
  );
}
