import type { HostPort } from '#ports/host.ts';

/** Who the host says is signed in to it. A hint only: identity comes from tokens. */
export interface HostPerson {
  readonly oid: string;
  readonly tid: string;
  readonly loginHint: string | undefined;
}

/** A host as the composition root sees it: the port for everybody, and what signing in needs of it. */
export interface ConnectedHost {
  readonly port: HostPort;
  readonly person: HostPerson | undefined;
  /** Where the host names no ids: the address of whoever is signed in to it, to save typing it again. */
  readonly loginHint?: string;
  /**
   * Opens a page of ours in a window of the host's own and resolves with what that page hands back through the host; rejects when the window is
   * closed before. Undefined where there is no such window.
   */
  readonly openDialog: ((url: string) => Promise<string>) | undefined;
}
