import type { AskOffice } from './askOffice.ts';
import { member } from './members.ts';
import type { OfficeResult } from './officeLibrary.ts';

/** What a call of an item is given and gets. */
type ItemCall = (...args: readonly unknown[]) => void;

/** Calls methods of an item that may not be there: every version of every client offers a different part of them. */
export interface ItemCalls {
  /** Whether `owner.method` is there; `owner` is a member of the item ("subject"), or the item itself ("item"). */
  has(owner: string, method: string): boolean;
  /** Calls it with arguments, and the callback last. Throws HostFailure; `refused` where it is not there. */
  call(owner: string, method: string, args: readonly unknown[], signal: AbortSignal): Promise<unknown>;
}

export function itemCalls(item: unknown, ask: AskOffice): ItemCalls {
  const ownerOf = (owner: string): unknown => (owner === 'item' ? item : member(item, owner));
  return {
    has: (owner, method) => isCall(member(ownerOf(owner), method)),
    call(owner, method, args, signal) {
      const target = ownerOf(owner);
      return ask((callback) => {
        const found = member(target, method);
        if (isCall(found)) found.call(target, ...args, callback);
        else callback(notThere);
      }, signal);
    },
  };
}

const notThere: OfficeResult = { status: 'failed', error: { name: 'NotSupported' } };

function isCall(value: unknown): value is ItemCall {
  return typeof value === 'function';
}
