/**
 * Takes the place of MSAL's standard client in the bundle of the nested one (webpack.config.js), where it would only be made once the bridge is gone.
 * It says so instead, and `connectSignIn` goes on without the bridge.
 */
export function StandardController(): never {
  throw new Error('the bridge to the host stopped answering');
}
