import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './startFailure.ts';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes a data folder for this process; a second sandbox over the same folder would overwrite what the first one knows. */
export function takeDataFolder(folder: string): { release(): void } {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StartFailure(`The folder ${folder} cannot be made or written to.`, { cause });
  }
  const file = join(folder, 'running.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && Number.isSafeInteger(pid) && pid > 0 && isRunning(pid))
      throw new StartFailure(
        `Another sandbox (process ${pid}) uses ${folder}. Stop it, or take another folder with --data.`,
      );
  }
  writeFileSync(file, String(process.pid));
  return { release: () => rmSync(file, { force: true }) };
}
