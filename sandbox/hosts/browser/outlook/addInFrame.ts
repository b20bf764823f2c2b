import { element } from '../element.ts';

const frameSandbox =
  'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** A frame of an add-in, told by its name who is around it; Office.js reads it there. */
export function addInFrame(options: {
  readonly page: string;
  readonly title: string;
  readonly conversationId: string;
  readonly hasBridge: boolean;
  readonly isDialog: boolean;
}): HTMLIFrameElement {
  const { page, title, conversationId, hasBridge, isDialog } = options;
  const instanceId = conversationId;
  const dialogPart = isDialog ? 'isDialog' : '';
  const hostInfo = ['Outlook', 'Web', '16.01', 'en-US', instanceId, dialogPart, 'disableLogging', '0'];
  const url = new URL(page);
  url.searchParams.set('_host_Info', hostInfo.join('$'));
  return element('iframe', {
    src: url.href,
    title,
    name: JSON.stringify({
      baseFrameName: `_xdm_0__${instanceId}`,
      hostInfo: hostInfo.join('|'),
      xdmInfo: [conversationId, instanceId, location.origin].join('|'),
      serializerVersion: '1',
      flights: '[]',
      nestedAppAuth: hasBridge && !isDialog,
    }),
    allow: 'clipboard-read; clipboard-write',
    sandbox: frameSandbox,
  });
}
