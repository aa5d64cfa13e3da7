import '@atlaskit/css-reset';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { readPlace } from './bridge/context';
import { enableTheme } from './bridge/theme';

async function start(root: HTMLElement): Promise<void> {
  const place = await readPlace();
  await enableTheme(place.colorMode);
  createRoot(root).render(
    <StrictMode>
      <App place={place} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
