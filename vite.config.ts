import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { assertNamed, THIRD_PARTY_FILE, thirdPartyOf, thirdPartyText } from './.ci/third-party.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What every build shares: sources by one export condition, and the browsers that the product supports. */
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

/** The licences of everything that the one-script form bundles lie beside it, and the script says where. */
function withLicences(): Plugin {
  const packages = thirdPartyOf('packages/sdk');
  const fileOf = (fileName: string, source: string) => ({ type: 'asset', fileName, source }) as const;
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        assertNamed(chunk.moduleIds, packages);
        chunk.code = `/*! EHCH Kit, Apache-2.0. See LICENSE, NOTICE and ${THIRD_PARTY_FILE} beside this file. */\n${chunk.code}`;
      }
      for (const file of ['LICENSE', 'NOTICE']) this.emitFile(fileOf(file, readFileSync(here(file), 'utf8')));
      this.emitFile(fileOf(THIRD_PARTY_FILE, thirdPartyText(packages)));
    },
  };
}

// `vite build --mode demo` builds the demo hosts; `--mode classic` the one-script form of the sdk.
export default defineConfig(({ mode }) =>
  mode === 'classic'
    ? {
        ...shared,
        plugins: [withLicences()],
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
          // fhirpath.js is one chunk of 600 kB. A page loads it only when an imported form needs it.
          chunkSizeWarningLimit: 700,
          rolldownOptions: {
            input: {
              gp: here('examples/gp-record/index.html'),
              gpEscalations: here('examples/gp-record/escalations.html'),
              gpPlain: here('examples/gp-record/plain.html'),
              assessment: here('examples/assessment/index.html'),
              firstShift: here('examples/first-shift/index.html'),
              localHome: here('examples/local-home/index.html'),
              worries: here('examples/local-home/worries.html'),
              playground: here('examples/playground/index.html'),
            },
          },
        },
      },
);
