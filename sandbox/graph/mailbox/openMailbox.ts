import type { DirectoryUser, Principal } from '#sandbox/types.ts';
import type { Reader } from '#sandbox/store/table.ts';
import { findUser } from '../directory/findUser.ts';
import { GraphFailure, accessDenied } from '../graphFailure.ts';
import { mailboxOf } from '../ids.ts';
import type { GraphRequest } from '../types.ts';

/** A mailbox and who looks into it. */
export interface Mailbox {
  readonly owner: DirectoryUser;
  /** The part of ids that names it. */
  readonly id: string;
  readonly viewer: Principal;
  readonly isOwn: boolean;
}

/** The mailbox that a path names. Refuses people without one, and people whom the caller's tenant does not know. */
export function openMailbox(store: Reader, request: GraphRequest): Mailbox {
  const { principal, params } = request;
  const name = params.user ?? 'me';
  const owner = findUser(store, principal.tid, name.toLowerCase() === 'me' ? principal.oid : name);
  if (!owner)
    throw new GraphFailure(404, 'ErrorInvalidUser', `The requested user '${name.slice(0, 200)}' is invalid.`);
  if (!owner.hasMailbox)
    throw new GraphFailure(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  return { owner, id: mailboxOf(owner.id), viewer: principal, isOwn: owner.id === principal.oid };
}

/** One's own mailbox; for what nobody may do in another's. */
export function openOwnMailbox(store: Reader, request: GraphRequest): Mailbox {
  const mailbox = openMailbox(store, request);
  if (!mailbox.isOwn) throw accessDenied();
  return mailbox;
}
