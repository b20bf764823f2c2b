import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import TerserPlugin from 'terser-webpack-plugin';
import webpack from 'webpack';

/**
 * The engine and its case as one script, put together and made small as the product's own bundle is. It leaves a global
 * `engineCase` behind, with what engineCase.ts exports.
 */
export async function bundleEngine(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-meetings-engine-'));
  try {
    await runWebpack(folder);
    return readFileSync(join(folder, 'engine.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runWebpack(folder: string): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  const options: webpack.Configuration = {
    mode: 'production',
    context: root,
    target: ['web', 'es2022'],
    entry: './bench/engineCase.ts',
    output: { path: folder, filename: 'engine.js', library: { type: 'var', name: 'engineCase' } },
    devtool: false,
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
        },
      ],
    },
    optimization: {
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    },
    performance: false,
  };
  return new Promise((done, fail) => {
    webpack(options, (error, stats) => {
      if (error) fail(error);
      else if (stats?.hasErrors() === true) fail(new Error(stats.toString('errors-only')));
      else done();
    });
  });
}
