import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';

// The one browser runner of every package. It tests sources, not builds.
export default {
  files: ['packages/{elements,sdk}/src/**/*.test.ts'],
  nodeResolve: { exportConditions: ['@ehch/source', 'development', 'browser'] },
  browsers: [
    chromeLauncher({
      concurrency: 2,
      launchOptions: {
        ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
        // Without these flags Chromium looks for hosts outside at every start.
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  ],
  plugins: [
    // The plugin reads this file raw and ignores `extends`: the decorator flags must stand in the base file.
    esbuildPlugin({
      ts: true,
      target: 'esnext',
      tsconfig: new URL('tsconfig.base.json', import.meta.url).pathname,
    }),
  ],
  // A first axe run on a busy machine takes longer than mocha's two seconds.
  testFramework: { config: { timeout: 15_000 } },
};
