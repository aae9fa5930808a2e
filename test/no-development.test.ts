// Proves that no build contains what development prints.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const PRINTED = '[EHCH] caught in';

/** The script that a bundler makes of an entry, for users or for development. */
async function bundled(entry: string, mode: 'development' | 'production'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode,
    resolve: { conditions: ['@ehch/source', 'module', 'browser', mode] },
    build: { write: false, minify: false, rolldownOptions: { input: at(entry) } },
  });
  return (Array.isArray(result) ? result : [result])
    .flatMap((each) => ('output' in each ? each.output : []))
    .map((each) => (each.type === 'chunk' ? each.code : ''))
    .join('\n');
}

for (const entry of [
  'packages/elements/src/index.ts',
  'packages/sdk/src/index.ts',
  'packages/sdk/src/engine.worker.ts',
  'extension/src/vault/vault.ts',
  'extension/src/content/content.ts',
  'extension/src/shell/side.ts',
  'extension/src/renderer/renderer.ts',
]) {
  test(`${entry} prints what it catches in development, and a build of it has none of the words`, async () => {
    assert.ok((await bundled(entry, 'development')).includes(PRINTED));
    assert.ok(!(await bundled(entry, 'production')).includes(PRINTED));
  });
}
