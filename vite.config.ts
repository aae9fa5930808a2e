import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What every build shares: sources through one export condition, and the browsers that the product supports. */
const shared: UserConfig = {
  resolve: { conditions: ['@ehch/source', 'module', 'browser', 'production'] },
  logLevel: 'warn',
  build: {
    target: 'es2022',
    emptyOutDir: true,
    reportCompressedSize: false,
    modulePreload: false,
    assetsInlineLimit: 0,
  },
};

// `vite build --mode demo` builds the demo hosts; `--mode classic` the one-script form of the sdk.
export default defineConfig(({ mode }) =>
  mode === 'classic'
    ? {
        ...shared,
        build: {
          ...shared.build,
          outDir: here('packages/sdk/dist/classic'),
          lib: {
            entry: here('packages/sdk/src/classic.ts'),
            formats: ['iife'],
            name: 'ehchKit',
            fileName: () => 'ehch.classic.js',
          },
        },
      }
    : {
        ...shared,
        root: here('examples'),
        base: './',
        worker: { format: 'es' },
        build: {
          ...shared.build,
          outDir: here('examples/dist'),
          // fhirpath.js is one chunk of 600 kB, which no page loads before an imported form needs it.
          chunkSizeWarningLimit: 700,
          rolldownOptions: {
            input: {
              gp: here('examples/gp-record/index.html'),
              gpPlain: here('examples/gp-record/plain.html'),
              assessment: here('examples/assessment/index.html'),
              playground: here('examples/playground/index.html'),
            },
          },
        },
      },
);
