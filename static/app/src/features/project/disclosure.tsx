import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import './disclosure.css';

interface Props {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A small arrow that shows and hides what is below a line. */
export function Disclosure({ label, isOpen, onToggle }: Props) {
  const Icon = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <button type="button" className="disclosure" aria-expanded={isOpen} aria-label={label} onClick={onToggle}>
      <Icon label="" size="small" />
    </button>
  );
}
