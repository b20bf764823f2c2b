import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFiles } from './administratorSheet.ts';
import { buildPackage } from './buildPackage.ts';
import { packageProblems } from './checks/packageCheck.ts';
import { problemLine } from './checks/problem.ts';
import { stringAt } from './checks/unifiedManifest.ts';
import { parseJson } from './fillTemplate.ts';
import { readOptions, usage } from './options.ts';
import { readFolder, type PackedFiles } from './packedFiles.ts';
import { readManifestSources } from './readSources.ts';
import type { Release } from './release.ts';

/** What making a package needs of the outside. */
export interface PackagingTools {
  /** Folder of the project. */
  readonly root: string;
  /** A path of the command line as an absolute one. */
  readonly resolvePath: (path: string) => string;
  /** Builds the app into dist/app; resolves with an exit code. */
  readonly build: (say: (line: string) => void) => Promise<number>;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Exit codes: done, the package or the build is wrong, the command line is wrong. */
export const exitCodes = { done: 0, failed: 1, refused: 2 } as const;

/** Left in every package's folder, so that only such a folder is ever emptied. */
const marker = '.mentor-meetings-package';

function packageVersion(root: string): string {
  const json = parseJson(readFileSync(join(root, 'package.json'), 'utf8'));
  return stringAt(json, 'version') || '1.0.0';
}

/** Whether a folder may be replaced: it is not there, empty, or a package of before. */
function mayReplace(folder: string): boolean {
  if (!existsSync(folder)) return true;
  const names = readdirSync(folder);
  return names.length === 0 || names.includes(marker);
}

/** Writes all files, or none: into a folder beside, which then takes the place of the old one. */
function writeFiles(folder: string, files: PackedFiles): void {
  const beside = `${folder}.new-${process.pid}`;
  rmSync(beside, { recursive: true, force: true });
  for (const [path, bytes] of [...files, [marker, new Uint8Array()] as const]) {
    const target = join(beside, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
}

async function builtApp(folder: string | undefined, tools: PackagingTools): Promise<PackedFiles | string> {
  if (folder === undefined) {
    const code = await tools.build(tools.say);
    if (code !== 0) return 'The build failed; the messages are above.';
  }
  const path = folder === undefined ? join(tools.root, 'dist/app') : tools.resolvePath(folder);
  if (!existsSync(join(path, 'index.html')))
    return `--app ${folder ?? path}: there is no built app (index.html)`;
  return readFolder(path);
}

function summary(release: Release, folder: string, files: PackedFiles): readonly string[] {
  const kilobytes = (prefix: string): number =>
    Math.round(
      [...files]
        .filter(([path]) => path.startsWith(prefix))
        .reduce((sum, [, bytes]) => sum + bytes.length, 0) / 1000,
    );
  const ofSite = [...files.keys()].filter((path) => path.startsWith(`${packageFiles.site}/`)).length;
  return [
    `Mentor Meetings ${release.version} for ${release.origin}, in ${folder}`,
    `  ${packageFiles.site}/  ${ofSite} files, ${kilobytes(`${packageFiles.site}/`)} kB: copy them to the root of the host`,
    `  ${packageFiles.nginx}  the same headers for nginx`,
    `  ${packageFiles.teams}  ${kilobytes(packageFiles.teams)} kB: Teams and Outlook (unified manifest)`,
    `  ${packageFiles.outlook}  ${kilobytes(packageFiles.outlook)} kB: Outlook on Mac, phones, perpetual Windows`,
    `  ${packageFiles.sheet}  one page for the administrator: begin there`,
  ];
}

/** The whole of `npm run package`; resolves with the exit code. Nothing is written unless every check passed. */
export async function makePackage(argv: readonly string[], tools: PackagingTools): Promise<number> {
  const options = readOptions(argv, packageVersion(tools.root));
  if (options.kind === 'help') {
    tools.say(usage);
    return exitCodes.done;
  }
  if (options.kind === 'refused') {
    for (const problem of options.problems) tools.complain(problem);
    tools.complain('\nnpm run package -- --help says how.');
    return exitCodes.refused;
  }
  const folder = tools.resolvePath(options.out);
  if (!mayReplace(folder)) {
    tools.complain(`--out ${options.out}: holds something else; name an empty folder or an earlier package`);
    return exitCodes.refused;
  }
  const app = await builtApp(options.app, tools);
  if (typeof app === 'string') {
    tools.complain(app);
    return exitCodes.failed;
  }
  const manifests = readManifestSources(tools.root);
  const { release } = options;
  const files = buildPackage({ manifests, app, assets: readFolder(join(tools.root, 'assets')) }, release);
  const problems = await packageProblems(files, release, manifests.words);
  if (problems.length > 0) {
    tools.complain(`The package is not in order, nothing was written (${problems.length} found):`);
    for (const problem of problems) tools.complain(`  ${problemLine(problem)}`);
    return exitCodes.failed;
  }
  writeFiles(folder, files);
  for (const line of summary(release, folder, files)) tools.say(line);
  return exitCodes.done;
}
