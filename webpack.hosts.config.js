import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import TerserPlugin from 'terser-webpack-plugin';

const root = dirname(fileURLToPath(import.meta.url));

/** The scripts of the sandbox's own pages. */
export default {
  name: 'hosts',
  mode: 'production',
  context: root,
  target: ['web', 'es2022'],
  entry: {
    front: './sandbox/hosts/browser/front.ts',
    teams: './sandbox/hosts/browser/teams.ts',
    outlook: './sandbox/hosts/browser/outlook.ts',
    // Loaded by pages of add-ins, as a plain script.
    officeBefore: './sandbox/hosts/browser/officeBefore.ts',
  },
  output: {
    path: resolve(root, 'dist/hosts'),
    filename: '[name].js',
    chunkFilename: '[name].js',
    publicPath: '/hosts/',
    clean: true,
  },
  devtool: false,
  module: {
    rules: [
      {
        test: /\.ts$/,
        // Bodies and names of zones are rewritten in the form as the sandbox's Exchange does it.
        include: ['hosts/browser', 'graph/body', 'graph/time'].map((room) => resolve(root, 'sandbox', room)),
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
      },
    ],
  },
  optimization: {
    minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    chunkIds: 'named',
  },
  cache: { type: 'filesystem', cacheDirectory: resolve(root, '.cache/webpack'), name: 'hosts' },
  performance: false,
};
