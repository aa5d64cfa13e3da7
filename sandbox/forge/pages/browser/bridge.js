// What the platform defines in a page before the page's own scripts: every command goes to the frame's host.
globalThis.__bridge = {
  callBridge: (command, data) => window.parent.forgeHost(window.frameElement, command, data),
};
