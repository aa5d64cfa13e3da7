import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';

interface Props {
  /** Says what is removed. */
  readonly label: string;
  readonly onRemove: () => void;
}

/** Takes one entry out of a list. */
export function RemoveButton({ label, onRemove }: Props) {
  return (
    <IconButton
      icon={CrossIcon}
      label={label}
      appearance="subtle"
      spacing="compact"
      isTooltipDisabled
      onClick={onRemove}
    />
  );
}
