import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';

const root = dirname(fileURLToPath(import.meta.url));
const hostsConfig = resolve(root, 'webpack.hosts.config.js');

/** A page of the app and the scripts it begins with; whatever else it needs is loaded by them. */
const page = (name, chunk, template = name) =>
  new HtmlWebpackPlugin({
    filename: `${name}.html`,
    template: `src/app/pages/${template}.html`,
    chunks: [chunk],
    inject: 'head',
    scriptLoading: 'defer',
    minify: { collapseWhitespace: true, removeComments: true },
  });

/** Libraries that have no effects on import but do not say so; without this their unused parts stay in the bundle. */
const withoutEffects = /[\\/]node_modules[\\/](@microsoft[\\/]microsoft-graph-client|tslib)[\\/]/;

/** Writes which files each named chunk needs, for those who weigh them (.size-limit.js). */
const listChunkFiles = {
  apply: (compiler) =>
    compiler.hooks.done.tap('listChunkFiles', ({ compilation }) => {
      const files = [...compilation.namedChunkGroups].map(([name, group]) => [name, group.getFiles()]);
      writeFileSync(
        resolve(root, 'dist/chunks.json'),
        JSON.stringify(Object.fromEntries(files), undefined, 2),
      );
    }),
};

/** MSAL's other half, which signing in through a host's bridge never runs. */
const withoutStandardClient = {
  '../controllers/StandardController.mjs': resolve(root, 'src/adapters/identity/noStandardController.ts'),
};

/** The combobox tells Tabster to leave Escape alone, and brings all of Tabster for it. Here nothing of Tabster's runs where a combobox stands. */
const withoutTabster = {
  '../../hooks/useTabsterEscapeIgnore.js': resolve(root, 'src/components/keepProps.ts'),
};

/** In the place of Fluent's table of all its tokens. */
const variables = resolve(root, 'src/app/themeVariables.ts');

/** Chunks on the way to a booked season. */
const isOnTheWay = ({ name }) => ['shell', 'services', 'home', 'booking'].includes(name);

const app = {
  name: 'app',
  mode: 'production',
  context: root,
  target: ['web', 'es2022'],
  entry: {
    tab: './src/app/tab.ts',
    taskpane: './src/app/taskpane.ts',
    redirect: './src/app/redirect.ts',
    dialog: './src/app/dialog.ts',
    outlookAnswer: './src/app/outlookAnswer.ts',
  },
  output: {
    path: resolve(root, 'dist/app'),
    filename: '[name].[contenthash:12].js',
    chunkFilename: '[name].[contenthash:12].js',
    assetModuleFilename: '[name].[contenthash:12][ext]',
    publicPath: 'auto',
    clean: true,
    // The only Trusted Types policy: the runtime's, for the addresses of our own chunks.
    trustedTypes: { policyName: 'mentor-meetings-chunks', onPolicyCreationFailure: 'continue' },
  },
  // No eval: the policy of every page forbids it.
  devtool: false,
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        include: resolve(root, 'src'),
        loader: 'swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
            target: 'es2022',
          },
        },
      },
      { test: /\.(css|png)$/, type: 'asset/resource' },
      { test: withoutEffects, sideEffects: false },
      {
        test: /@fluentui[\\/]tokens[\\/]lib[\\/]index\.js$/,
        resolve: { alias: { './tokens.js': variables } },
      },
      {
        test: /react-combobox[\\/]lib[\\/]components[\\/]Combobox[\\/]useCombobox\.js$/,
        resolve: { alias: withoutTabster },
      },
      { test: resolve(root, 'src/adapters/identity/createNestedClient.ts'), layer: 'nested' },
      {
        issuerLayer: 'nested',
        test: /msal-browser[\\/]dist[\\/]app[\\/]PublicClientApplication\.mjs$/,
        resolve: { alias: withoutStandardClient },
      },
    ],
  },
  optimization: {
    minimizer: [
      new TerserPlugin({
        minify: TerserPlugin.swcMinify,
        terserOptions: { compress: { passes: 3 }, mangle: true, module: true },
        extractComments: false,
      }),
    ],
    chunkIds: 'deterministic',
    splitChunks: {
      chunks: (chunk) => !chunk.canBeInitial() && !isOnTheWay(chunk),
      // What stands on the way to a season travels in few files: small ones compress worse.
      cacheGroups: {
        ui: { name: 'ui', chunks: isOnTheWay, test: /[\\/]node_modules[\\/]/, minChunks: 2, priority: 20 },
        common: { name: 'common', chunks: isOnTheWay, test: /[\\/]src[\\/]/, minChunks: 2, priority: 10 },
      },
    },
  },
  experiments: { layers: true },
  plugins: [
    listChunkFiles,
    page('index', 'tab'),
    // Where the link in an invitation leads: the same app, which reads the mentorship from the hash.
    page('open', 'tab', 'index'),
    // The pane of Outlook, whatever button opened it.
    page('taskpane', 'taskpane'),
    page('redirect', 'redirect'),
    page('dialog', 'dialog'),
    // Hands what the sign-in window brings back through Office.js.
    page('outlook-answer', 'outlookAnswer', 'dialog'),
    page('admin-consent', 'dialog', 'dialog'),
  ],
  cache: { type: 'filesystem', cacheDirectory: resolve(root, '.cache/webpack'), name: 'app' },
  performance: false,
};

// The pages of the sandbox are built beside the app and share nothing with it.
const hosts = existsSync(hostsConfig) ? [(await import(pathToFileURL(hostsConfig).href)).default] : [];

export default [app, ...hosts];
