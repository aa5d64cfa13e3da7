/** Commands of @forge/bridge that the page around a frame carries out (`browser/host.js`). */
export const BRIDGE_SERVED = [
  ...['invoke', 'getContext', 'enableTheming', 'fetchProduct', 'getUrl', 'reload', 'refresh'],
  ...['changeWindowTitle', 'showFlag', 'closeFlag', 'createHistory', 'getFrameId', 'on', 'emit'],
] as const;

/** Those that it carries out in part. */
export const BRIDGE_LACKS = {
  navigate: 'URLs only, no places of Jira by name.',
  emitReadyEvent: 'Nothing waits for it; the console says so.',
  onPublic: 'Events of this page alone: there is no other app.',
  emitPublic: 'Events of this page alone: there is no other app.',
} as const;

/** Those that it refuses by name. */
export const BRIDGE_NOT_SERVED = [
  ...['close', 'emitFrontendCustomMetric', 'fetchRemote', 'fetchUserRecommendations', 'getFrameDispatch'],
  ...['getCookieConsentPreferences', 'initFeatureFlags', 'isRovoEnabled', 'onClose', 'open', 'openModal'],
  ...['openRovo', 'publishRealtimeChannel', 'requestTeamworkGraph', 'submit', 'subscribeRealtimeChannel'],
  ...['trackObjectStoreAction', '__permission__egressGet', '__permission__egressSet'],
  ...['__permission__egressDeleteDomain', '__permission__egressDeleteGroup', '__permission__remoteGet'],
  ...['__permission__remoteSet'],
] as const;
