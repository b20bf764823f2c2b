/** What the Teams page can do, as teams-js is told at the handshake; it decides every `isSupported()`. */
export function runtimeConfig(hasBridge: boolean): string {
  return JSON.stringify({
    apiVersion: 4,
    isLegacyTeams: false,
    hostVersionsInfo: {},
    supports: {
      app: { lifecycle: {}, notifySuccessResponse: {} },
      calendar: {},
      clipboard: {},
      dialog: {},
      ...(hasBridge ? { nestedAppAuth: {} } : {}),
      pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, fullTrust: {}, tabs: {} },
      webStorage: {},
    },
  });
}
