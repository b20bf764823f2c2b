import { createHash, randomInt } from 'node:crypto';
import { innerHtml, htmlDocument } from '../body/cleanHtml.ts';
import { textToHtml } from '../body/convertBody.ts';
import { encodeAttribute } from '../body/htmlTokens.ts';
import { newKey } from '../ids.ts';
import type { BodyRecord, OnlineMeetingRecord } from './eventRecord.ts';

/** A new Teams meeting: its address holds the thread, the tenant and the organizer. */
export function newTeamsMeeting(tenantId: string, organizerId: string): OnlineMeetingRecord {
  const thread = `19:meeting_${createHash('sha256').update(newKey()).digest('base64url')}@thread.v2`;
  const context = JSON.stringify({ Tid: tenantId, Oid: organizerId });
  return {
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread).replaceAll('%3A', '%3a')}/0?context=${encodeURIComponent(context).replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())}`,
    conferenceId: String(randomInt(100_000_000, 1_000_000_000)),
  };
}

/** The body with the block that joins the meeting ("meeting blob") below what was written. */
export function withMeetingBlob(body: BodyRecord, meeting: OnlineMeetingRecord): BodyRecord {
  if (holdsMeetingBlob(body, meeting)) return body;
  const html = body.contentType === 'html' ? body.content : textToHtml(body.content);
  const blob =
    '<br>\r\n<div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F">________________________________________________________________________________</span></div>\r\n' +
    '<div style="font-family:Segoe UI,Helvetica,Arial,sans-serif; color:#252424"><div><span style="font-size:24px">Microsoft Teams meeting</span></div>\r\n' +
    `<div><a href="${encodeAttribute(meeting.joinUrl)}" target="_blank" rel="noreferrer noopener">Join the meeting now</a></div>\r\n` +
    `<div>Meeting ID: ${meeting.conferenceId}</div></div>`;
  return { contentType: 'html', content: htmlDocument(innerHtml(html) + blob) };
}

/** Whether a body still joins the meeting: an update without it turns the meeting off (event: update). */
export function holdsMeetingBlob(body: BodyRecord, meeting: OnlineMeetingRecord): boolean {
  return body.content.includes(encodeAttribute(meeting.joinUrl)) || body.content.includes(meeting.joinUrl);
}
