import '@atlaskit/css-reset';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { readContext } from '../bridge/context';
import { enableTheme } from '../bridge/theme';
import { readStored } from '../data/stored';
import { english, type Language, speak } from '../texts/language';

async function start(root: HTMLElement): Promise<void> {
  const context = await readContext();
  speak(await languageFor(context.locale));
  await enableTheme(context.colorMode);
  createRoot(root).render(
    <StrictMode>
      <App context={context} />
    </StrictMode>,
  );
}

/** Tests ask for the pseudo language in the browser's storage; nothing else loads it. */
async function languageFor(locale: string): Promise<Language> {
  if (readStored('browser', 'language') !== 'en-XA') return english(locale);
  return (await import('../texts/pseudo')).pseudoEnglish();
}

const root = document.getElementById('root');
if (root) void start(root);
