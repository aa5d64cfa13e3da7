import Button from '@atlaskit/button/new';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import './back.css';

/** Up, to where a list led here. */
export function Back({ children, onClick }: { readonly children: string; readonly onClick: () => void }) {
  return (
    <div className="back">
      <Button appearance="subtle" spacing="compact" iconBefore={ArrowLeftIcon} onClick={onClick}>
        {children}
      </Button>
    </div>
  );
}
