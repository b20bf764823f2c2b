import { createHash } from 'node:crypto';
import { previewOf } from '../body/convertBody.ts';
import { bodyText, writeAddress, writeBody, writeTime } from '../events/eventResource.ts';
import type { EventView } from '../events/eventView.ts';
import { restId } from '../ids.ts';
import type { Mailbox } from '../mailbox/openMailbox.ts';
import { selectMembers } from '../odata/selectMembers.ts';
import { formatInstant } from '../time/wallTime.ts';
import type { MessageRecord } from './messageRecord.ts';

function recipients(list: MessageRecord['to']): unknown {
  return list.map(({ name, address }) => ({ emailAddress: writeAddress({ name, address }) }));
}

/** Graph's `message`; a meeting's messages are `eventMessage`s with more members. */
export function messageResource(
  mailbox: Mailbox,
  message: MessageRecord,
  view: Pick<EventView, 'zone' | 'asText' | 'immutable'>,
  selected: ReadonlySet<string> | undefined,
): Record<string, unknown> {
  const id = messageId(mailbox, message, view.immutable);
  const changeKey = createHash('sha1')
    .update(`${message.key} ${message.version}`)
    .digest()
    .subarray(0, 16)
    .toString('base64');
  const whole: Record<string, unknown> = {
    ...(message.meeting ? { '@odata.type': typeOf(message) } : {}),
    '@odata.etag': `W/"${changeKey}"`,
    id,
    createdDateTime: formatInstant(message.received),
    lastModifiedDateTime: formatInstant(message.received),
    changeKey,
    categories: message.categories,
    receivedDateTime: formatInstant(message.received),
    sentDateTime: formatInstant(message.sent),
    hasAttachments: false,
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    bodyPreview: previewOf(bodyText(message.body)),
    importance: message.importance,
    parentFolderId: restId({ kind: 'mailFolder', mailbox: mailbox.id, key: message.folder }, view.immutable),
    conversationId: message.conversation,
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: message.isRead,
    isDraft: message.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: 'focused',
    body: writeBody(message.body, view.asText),
    sender: { emailAddress: writeAddress(message.from) },
    from: { emailAddress: writeAddress(message.from) },
    toRecipients: recipients(message.to),
    ccRecipients: recipients(message.cc),
    bccRecipients: recipients(message.bcc),
    replyTo: [],
    flag: { flagStatus: 'notFlagged' },
    ...meetingMembers(message, view),
  };
  return selectMembers(whole, selected);
}

export function messageId(mailbox: Mailbox, message: Pick<MessageRecord, 'key'>, immutable: boolean): string {
  return restId({ kind: 'message', mailbox: mailbox.id, key: message.key }, immutable);
}

function typeOf({ meeting }: MessageRecord): string {
  if (meeting?.kind === 'meetingRequest') return '#microsoft.graph.eventMessageRequest';
  return meeting?.kind === 'meetingCancelled'
    ? '#microsoft.graph.eventMessage'
    : '#microsoft.graph.eventMessageResponse';
}

function meetingMembers({ meeting }: MessageRecord, view: Pick<EventView, 'zone'>): Record<string, unknown> {
  if (!meeting) return {};
  return {
    meetingMessageType: meeting.kind,
    type: meeting.isSeries ? 'seriesMaster' : meeting.day === null ? 'singleInstance' : 'occurrence',
    isOutOfDate: false,
    isAllDay: meeting.isAllDay,
    isDelegated: false,
    startDateTime: writeTime(meeting.start, meeting.isAllDay, view.zone),
    endDateTime: writeTime(meeting.end, meeting.isAllDay, view.zone),
    location: { displayName: meeting.location, locationType: 'default' },
    ...(meeting.kind === 'meetingRequest'
      ? { meetingRequestType: meeting.requestKind, responseRequested: true, allowNewTimeProposals: true }
      : {}),
  };
}
