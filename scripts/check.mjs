// The only gate: format, lint with types, types, unit tests under three time zones, dead code, size budgets.
import { runSteps } from './run.mjs';

const unitTests = (zone) => [
  `unit tests, TZ=${zone}`,
  'jest',
  ['--selectProjects', 'unit', '--maxWorkers=2'],
  { env: { TZ: zone } },
];

process.exitCode = await runSteps([
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', 'src', 'sandbox', 'test', 'bench', 'scripts']],
  ['types', 'tsc', ['--noEmit']],
  ['dead code', 'knip', ['--no-progress']],
  unitTests('UTC'),
  unitTests('America/New_York'),
  unitTests('Asia/Kolkata'),
  ['screens', 'jest', ['--selectProjects', 'ui', '--maxWorkers=2']],
  ['bundle', 'node', ['scripts/build.mjs']],
  ['size budgets', 'size-limit', []],
]);
