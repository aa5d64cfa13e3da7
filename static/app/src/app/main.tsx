import '@atlaskit/css-reset';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { readContext } from '../bridge/context';
import { enableTheme } from '../bridge/theme';

async function start(root: HTMLElement): Promise<void> {
  const context = await readContext();
  await enableTheme(context.colorMode);
  createRoot(root).render(
    <StrictMode>
      <App context={context} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
