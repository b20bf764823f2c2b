// `npm run icons`: draws every icon of the product from assets/mark.svg into assets/, to be committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDrawing } from './drawIcon.ts';
import { iconList } from './iconList.ts';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../../assets');
const source = readFileSync(join(assets, 'mark.svg'), 'utf8');
const draw = await loadDrawing();
for (const icon of iconList) {
  const path = join(assets, icon.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, draw(source, icon));
}
console.log(`${iconList.length} icons drawn`);
