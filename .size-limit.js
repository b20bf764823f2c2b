import { readFileSync } from 'node:fs';

const files = JSON.parse(readFileSync('dist/chunks.json', 'utf8'));
const scriptsOf = (...chunks) => [
  ...new Set(chunks.flatMap((chunk) => files[chunk]).map((file) => `dist/app/${file}`)),
];

export default [
  {
    name: 'skeleton: the page until its first picture',
    path: ['dist/app/index.html', 'dist/app/tab.*.js', 'dist/app/page.*.css'],
    gzip: true,
    limit: '110 kB',
  },
  {
    name: 'booking: every script from opening the tab in Teams to a booked season',
    path: scriptsOf('tab', 'teams', 'services', 'sign-in-nested', 'shell', 'theme-light', 'home', 'booking'),
    gzip: true,
    limit: '350 kB',
  },
  {
    name: 'redirect page',
    path: ['dist/app/redirect.html', 'dist/app/redirect.*.js'],
    gzip: true,
    limit: '25 kB',
  },
];
