import type { ClockPort } from '#ports/clock.ts';
import { loadNestedClient, loadStandardClients } from './loadClients.ts';
import type { SignInSettings } from './msalConfiguration.ts';
import { probeBridge } from './probeBridge.ts';
import type { SignInClient } from './signInClient.ts';

/** The surroundings that decide how one signs in. */
export interface SignInSurroundings {
  readonly isHosted: boolean;
  /** `window.nestedAppAuthBridge`, whatever it is. */
  readonly bridge: unknown;
  readonly dialogPage: string;
  readonly openDialog: ((url: string) => Promise<string>) | undefined;
  readonly loginHint: string | undefined;
  /** The organisation the host is in, which may not be the person's own. */
  readonly tid: string | undefined;
}

const bridgeLimitMilliseconds = 3000;

/** Nested app authentication where the host has it, else a window of the host's; a popup only in a tab of its own, where it can answer. */
export async function connectSignIn(
  settings: SignInSettings,
  around: SignInSurroundings,
  clock: Pick<ClockPort, 'now' | 'newId' | 'wait'>,
): Promise<SignInClient> {
  const nested = around.isHosted ? await nestedClient(settings, around, clock) : undefined;
  if (nested !== undefined) return nested;
  const { createDialogClient, createPopupClient } = await loadStandardClients();
  if (around.openDialog === undefined) return createPopupClient(settings, clock);
  const { dialogPage, openDialog, loginHint } = around;
  return createDialogClient(inTenant(settings, around.tid), { dialogPage, openDialog, loginHint });
}

/** Undefined where no bridge answers, or one that answered stops doing so. */
async function nestedClient(
  settings: SignInSettings,
  around: SignInSurroundings,
  clock: Pick<ClockPort, 'now' | 'newId' | 'wait'>,
): Promise<SignInClient | undefined> {
  if (!(await probeBridge(around.bridge, clock, bridgeLimitMilliseconds))) return undefined;
  const { createNestedClient } = await loadNestedClient();
  try {
    return await createNestedClient(settings);
  } catch {
    // The library has lost the bridge between our question and its own.
    return undefined;
  }
}

/** A guest in another organisation has to sign in there, not at home. */
function inTenant(settings: SignInSettings, tid: string | undefined): SignInSettings {
  if (tid === undefined || !/^[0-9a-f-]{36}$/i.test(tid)) return settings;
  return { ...settings, authority: `${new URL(settings.authority).origin}/${tid}` };
}
