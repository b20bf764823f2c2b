import { isInOutlook, type OfficeWindow } from '#adapters/host/office/loadOffice.ts';

const plain: OfficeWindow = {
  name: '',
  location: { search: '' },
  sessionStorage: { getItem: () => null },
};

describe('whether Outlook opened the page', () => {
  it('is told by the address, the name of the frame, what Office.js kept, or the desktop client', () => {
    const marks: readonly Partial<OfficeWindow>[] = [
      { location: { search: '?pane=meet&_host_Info=Outlook$Web$16.01$en-US$x$$$0' } },
      { name: JSON.stringify({ hostInfo: 'Outlook|Web|16.01|en-US|x|||0' }) },
      { sessionStorage: { getItem: (key) => (key === 'hostInfoValue' ? 'Outlook$Win32$16.02' : null) } },
      { external: { GetHostInfo: () => 'Outlook' } },
    ];
    for (const mark of marks) expect(isInOutlook({ ...plain, ...mark })).toBe(true);
  });

  it('is told although storage is forbidden to frames of other sites', () => {
    const page: OfficeWindow = {
      ...plain,
      name: JSON.stringify({ hostInfo: 'Outlook|Web|16.01|en-US|x|||0' }),
      get sessionStorage(): Storage {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    };
    expect(isInOutlook(page)).toBe(true);
  });

  it('is not so in a plain tab, in another Office, or where the marks are of another kind', () => {
    const others: readonly Partial<OfficeWindow>[] = [
      {},
      { location: { search: '?_host_Info=Excel$Web$16.01' } },
      { name: '{"hostInfo":7}' },
      { name: 'Outlook|' },
      {
        sessionStorage: {
          getItem: () => {
            throw new Error('forbidden');
          },
        },
      },
    ];
    for (const other of others) expect(isInOutlook({ ...plain, ...other })).toBe(false);
  });
});
