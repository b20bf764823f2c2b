import { startTab } from './startTab.ts';

startTab();
