import { startPane } from './startPane.ts';

startPane();
