import * as fc from 'fast-check';
import { encodeBody } from '#adapters/graph/wire/eventBody.ts';
import { buildMentorLink, completeMentorLink, findMentorLink } from '#adapters/graph/wire/mentorLink.ts';

const openPage = 'https://mentor.example.org/open';
const link = {
  mentorshipId: '3f0c2a9e-77aa-4c1b-9d0e-5b1f6c2d8e90',
  driveId: undefined,
  folderId: undefined,
};
const withFolder = {
  ...link,
  driveId: 'b!-RIj2DuyvEyV1T4NlOaMHk8XkS_I8MdFlUCq1BlcjgmhRfAj3',
  folderId: '01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K',
};
const plain = buildMentorLink(openPage, withFolder);

const safeLink = (url: string): string =>
  `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02%7Cdana%40example.org%7C0&sdata=abc%3D&reserved=0`;

describe('the link in the body of an event', () => {
  it('is an address with the ids after the hash', () => {
    expect(buildMentorLink(openPage, link)).toBe(`${openPage}#m=${link.mentorshipId}`);
    expect(plain).toBe(
      `${openPage}#m=${link.mentorshipId}&d=b!-RIj2DuyvEyV1T4NlOaMHk8XkS_I8MdFlUCq1BlcjgmhRfAj3&i=01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K`,
    );
  });

  it.each([
    ['text', `Prep notes: ${plain}\r\n\r\nJoin the meeting`],
    ['text, converted with the address in brackets', `Prep notes: ${plain}<${plain}>`],
    ['text with words before the address', `Open the notes<${plain}>`],
    ['HTML', `<p>Prep notes: <a href="${plain.replaceAll('&', '&amp;')}">open</a></p>`],
    [
      'HTML with numbered entities',
      `<a href='${plain.replaceAll('&', '&amp;').replace('#', '&#35;')}'>open</a>`,
    ],
    ['the end of a sentence', `The notes are at ${plain}. See you.`],
    ['a Safe Link', `Prep notes: ${safeLink(plain)}`],
    ['a Safe Link around a Safe Link', `Prep notes<${safeLink(safeLink(plain))}>`],
    ['a Safe Link in HTML', `<a href="${safeLink(plain).replaceAll('&', '&amp;')}" originalsrc="x">open</a>`],
    ['another case of the host', plain.replace('mentor.example.org', 'Mentor.Example.ORG')],
  ])('is found in %s', (_, body) => {
    expect(findMentorLink(body, openPage)).toEqual(withFolder);
  });

  it.each([
    ['an empty body', ''],
    ['another host', plain.replace('mentor.example.org', 'mentor.example.org.evil.example')],
    ['a host that ends like ours', plain.replace('https://mentor', 'https://evil-mentor')],
    ['another page', plain.replace('/open#', '/other#')],
    ['an empty id', `${openPage}#m=`],
    ['an id of dots', `${openPage}#m=...`],
    ['an id that is too long', `${openPage}#m=${'a'.repeat(300)}`],
    ['percent signs that encode nothing', '%E0%A4%A %zz 100%'],
    ['plain http', plain.replace('https:', 'http:')],
  ])('is not found in %s', (_, body) => {
    expect(findMentorLink(body, openPage)).toBeUndefined();
  });

  it('does without the folder when only half of it is there', () => {
    expect(findMentorLink(`${openPage}#m=abc&d=b!x`, openPage)).toEqual({
      mentorshipId: 'abc',
      driveId: undefined,
      folderId: undefined,
    });
  });

  it('comes back from every body that we write, whatever the words are', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9!_~-]{1,60}$/);
    fc.assert(
      fc.property(
        id,
        fc.option(fc.tuple(id, id), { nil: undefined }),
        fc.string({ maxLength: 200 }),
        (mentorshipId, folder, words) => {
          const wanted = { mentorshipId, driveId: folder?.[0], folderId: folder?.[1] };
          const { content } = encodeBody(words, 'Prep notes: ', buildMentorLink(openPage, wanted));
          expect(findMentorLink(content, openPage)).toEqual(wanted);
          expect(findMentorLink(safeLink(buildMentorLink(openPage, wanted)), openPage)).toEqual(wanted);
        },
      ),
    );
  });

  it('is looked for in a hostile body too', () => {
    expect(findMentorLink(`${openPage}#m=?`.repeat(20_000) + '%'.repeat(100_000), openPage)).toBeUndefined();
  });
});

describe('the body of an invitation', () => {
  it('holds the words as words, whatever they look like', () => {
    const { content } = encodeBody('<script>alert(1)</script>\n"Tom & Ann"', 'Notes: ', plain);
    expect(content).not.toContain('<script>');
    expect(content).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>&quot;Tom &amp; Ann&quot;</p>');
  });
});

describe('completing the link of an invitation', () => {
  const page = 'https://app.example/open';
  const place = { mentorshipId: 'abc-1', driveId: 'b!x_y', folderId: '01FOLDER' };

  it.each([
    ['alone', '#m=abc-1'],
    ['with the season', '#m=abc-1&amp;r=mentee&amp;s=2'],
  ])('puts the place into a link %s, in its address and its text', (_, hash) => {
    const html = `<p>Notes: <a href="${page}${hash}">${page}${hash}</a></p><div id="meeting">Join</div>`;
    const completed = completeMentorLink(html, page, place) ?? '';
    expect(findMentorLink(completed, page)).toMatchObject(place);
    expect(completed.match(/d=b!x_y&amp;i=01FOLDER/g)).toHaveLength(2);
    expect(completed).toContain('<div id="meeting">Join</div>');
  });

  it('leaves alone a link that is complete, of another mentorship, or not there', () => {
    for (const hash of ['#m=abc-1&amp;d=b!q&amp;i=02', '#m=abc-12', '#other'])
      expect(completeMentorLink(`<a href="${page}${hash}">x</a>`, page, place)).toBeUndefined();
  });
});
