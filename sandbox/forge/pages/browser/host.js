// The platform's side of the bridge, in the page around the app's frame. Commands that @forge/bridge may send:
// https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/bridge/
(() => {
  const frames = new Map();
  const listeners = new Set();
  const COMMANDS = {
    invoke: async (page, { functionKey, payload }) => {
      // What cannot be cloned does not pass the real bridge either.
      const answer = await ask('invoke', {
        functionKey,
        payload: structuredClone(payload),
        module: page.module,
      });
      if (answer?.error?.code && answer.ok === undefined) throw new Error(answer.error.message);
      return answer;
    },
    getContext: async (page) => ({
      ...(await ask('context', page.module)),
      theme: { colorMode: colorMode() },
    }),
    enableTheming: async (page) => {
      page.frame.contentDocument.documentElement.dataset.colorMode = colorMode();
    },
    fetchProduct: async (_, { restPath, fetchRequestInit = {} }) => {
      const { method, headers, body } = fetchRequestInit;
      return ask('jira', { path: restPath, method, headers, body });
    },
    navigate: async (_, { url, type }) => {
      if (url === undefined) throw new Error('the local site navigates to URLs only');
      if (type === 'new-tab') window.open(url, '_blank', 'noopener');
      else window.location.assign(url);
    },
    getUrl: async (_, { url }) => new URL(url, window.location.href).href,
    reload: async () => window.location.reload(),
    refresh: async () => window.location.reload(),
    changeWindowTitle: async (_, { title }) => {
      document.title = title;
    },
    showFlag: async (_, flag) => showFlag(flag),
    closeFlag: async (_, { id }) => document.getElementById(`flag-${id}`)?.remove(),
    createHistory: async (page) => createHistory(page),
    emitReadyEvent: async () => console.info('The local site does nothing with emitReadyEvent.'),
    getFrameId: async () => 'local',
    on: async (_, { event, callback }) => listenTo(`app ${event}`, callback),
    onPublic: async (_, { event, callback }) => listenTo(`public ${event}`, callback),
    emit: async (_, { event, payload }) => tellOf(`app ${event}`, payload),
    emitPublic: async (_, { event, payload }) => tellOf(`public ${event}`, payload),
  };

  globalThis.forgeHost = async (frame, command, data) => {
    const page = frames.get(frame);
    const perform = COMMANDS[command];
    if (page === undefined || perform === undefined) {
      throw new Error(`The local site does not know the bridge command ${command}`);
    }
    return perform(page, data ?? {});
  };

  /** Events go round the frames of this page; there is no other app that could hear the public ones. */
  function listenTo(name, callback) {
    const one = { name, callback };
    listeners.add(one);
    return { unsubscribe: () => listeners.delete(one) };
  }

  function tellOf(name, payload) {
    for (const one of [...listeners]) if (one.name === name) one.callback(structuredClone(payload));
  }

  async function ask(what, body) {
    const response = await fetch(`/forge/bridge/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  function colorMode() {
    const chosen = document.documentElement.dataset.colorMode;
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  /** The page's own addresses follow the address of its module. */
  function createHistory({ base }) {
    const listeners = new Set();
    const current = () => ({
      pathname: window.location.pathname.slice(base.length) || '/',
      search: window.location.search,
      hash: window.location.hash,
    });
    const tell = (action) =>
      listeners.forEach((listener) => listener((history.location = current()), action));
    const move = (how) => (to) => {
      window.history[how]({}, '', base + (typeof to === 'string' ? to : to.pathname));
      tell(how === 'pushState' ? 'PUSH' : 'REPLACE');
    };
    const history = {
      action: 'POP',
      location: current(),
      push: move('pushState'),
      replace: move('replaceState'),
      go: (delta) => window.history.go(delta),
      goBack: () => window.history.back(),
      goForward: () => window.history.forward(),
      createHref: ({ pathname }) => base + pathname,
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    window.addEventListener('popstate', () => tell('POP'));
    return history;
  }

  const FLAG_MS = 8000;

  function showFlag({ id, title, description, type, isAutoDismiss }) {
    const flag = document.createElement('div');
    flag.id = `flag-${id}`;
    flag.className = `flag flag-${type}`;
    const heading = document.createElement('strong');
    heading.textContent = title;
    const text = document.createElement('p');
    text.textContent = description ?? '';
    flag.append(heading, text);
    document.querySelector('.flags')?.append(flag);
    if (isAutoDismiss) setTimeout(() => flag.remove(), FLAG_MS);
  }

  /** A frame is as high as its page (unverified, F9), and says nothing before its host knows it. */
  for (const frame of document.querySelectorAll('iframe.forge-page')) {
    const module = JSON.parse(frame.dataset.module);
    frames.set(frame, { frame, module, base: frame.dataset.base });
    frame.addEventListener('load', () => {
      const root = frame.contentDocument?.documentElement;
      if (!root) return;
      const fit = () => (frame.style.height = `${root.querySelector('body').scrollHeight}px`);
      new ResizeObserver(fit).observe(root.querySelector('body'));
      fit();
    });
    frame.src = frame.dataset.src;
  }
})();
