// One test runner for everything. `unit` is pure and fast; `ui` has a DOM; `contract` and `journeys` talk to a running sandbox.
const transform = {
  '^.+\\.(ts|tsx|mjs|js)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2023',
      },
    },
  ],
};
// Packages that ship ES modules only.
const transformIgnorePatterns = [
  'node_modules/(?!(temporal-polyfill|temporal-spec|temporal-utils|rrule-temporal|jose|sirv|totalist|mrmime|strip-bom|@microsoft/app-manifest/node_modules/strip-bom)/)',
];
const base = { transform, transformIgnorePatterns, extensionsToTreatAsEsm: [] };

export default {
  // How long something takes is a benchmark; a busy machine is no failure.
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/{domain,ports,adapters,words,app,features,sandbox,scripts,manifest}/**/*.test.ts',
        '<rootDir>/test/*.test.ts',
      ],
    },
    {
      ...base,
      displayName: 'ui',
      testEnvironment: '<rootDir>/test/support/jsdomEnvironment.mjs',
      testMatch: ['<rootDir>/test/{components,features,app}/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/test/support/setUpUi.ts'],
    },
    {
      ...base,
      displayName: 'contract',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/contract/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
    },
  ],
};
