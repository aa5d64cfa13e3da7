import { Component, type ReactNode } from 'react';
import SectionMessage from '@atlaskit/section-message';
import { texts } from '../texts';

/** Catches what would leave a blank page. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <SectionMessage appearance="error" title={texts.shared.crashed}>
        <p>{texts.shared.crashedHint}</p>
      </SectionMessage>
    );
  }
}
