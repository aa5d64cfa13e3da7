import { view } from '@forge/bridge';
import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';

/**
 * The reader's theme. `theme.enable()` makes Jira keep its colours in the page; a host that does not bring
 * the design tokens along still gets them, from the app's own package.
 */
export async function enableTheme(colorMode: 'light' | 'dark' | 'auto'): Promise<void> {
  await setGlobalTheme({ colorMode, light: 'light', dark: 'dark' });
  await view.theme.enable();
}
