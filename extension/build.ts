// Builds the extension into extension/dist. Without names it makes the four builds that people and stores use.
//   node extension/build.ts [chrome] [firefox] [chrome-demo] [firefox-demo] [chrome-development]
//   [chrome-demo-unchecked]
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'vite';
import { assertNamed, THIRD_PARTY_FILE, thirdPartyOf, thirdPartyText } from '../.ci/third-party.ts';
import { icon } from './icon.ts';
import { ICON_SIZES } from './src/manifest/base.ts';
import { managedSchema } from './src/manifest/managed-schema.ts';
import { manifestOf, type Browser } from './src/manifest/manifest.ts';

interface Build {
  readonly browser: Browser;
  /** Whether the build may speak http with `*.localhost`. */
  readonly demo: boolean;
  /** False only in the build that proves why context ids are compared. */
  readonly checked: boolean;
  /** Whether the extension prints each caught error in the browser's console, with its place and stack. */
  readonly development?: boolean;
}

export const BUILDS = {
  chrome: { browser: 'chrome', demo: false, checked: true },
  firefox: { browser: 'firefox', demo: false, checked: true },
  'chrome-demo': { browser: 'chrome', demo: true, checked: true },
  'firefox-demo': { browser: 'firefox', demo: true, checked: true },
  'chrome-development': { browser: 'chrome', demo: true, checked: true, development: true },
  'chrome-demo-unchecked': { browser: 'chrome', demo: true, checked: false },
} as const satisfies Record<string, Build>;

export type BuildName = keyof typeof BUILDS;

/**
 * The builds made when none is named. Two are missing: one is for engineers of the extension; one test uses the
 * unchecked build, and nobody's browser may.
 */
const USUAL: readonly BuildName[] = ['chrome', 'firefox', 'chrome-demo', 'firefox-demo'];

const SCRIPTS = [
  { entry: 'src/vault/vault.ts', file: 'vault.js', format: 'es' },
  { entry: 'src/content/content.ts', file: 'content.js', format: 'iife' },
  { entry: 'src/teach/teach.ts', file: 'teach.js', format: 'iife' },
  { entry: 'src/pick/pick.ts', file: 'pick.js', format: 'iife' },
  { entry: 'src/shell/side.ts', file: 'side.js', format: 'iife' },
  // Chrome's service worker can start no worker, so its engine runs in the vault itself.
  { entry: 'src/vault/engine.worker.ts', file: 'engine.js', format: 'es', only: 'firefox' },
  // Firefox refuses modules in a sandboxed frame, so the renderer is one classic script.
  { entry: 'src/renderer/renderer.ts', file: 'render.js', format: 'iife' },
] as const;

const PAGES = [
  'src/shell/side.html',
  'src/shell/side.css',
  'src/pick/pick.html',
  'src/pick/pick.css',
  'src/renderer/render.html',
  'src/renderer/render.css',
];

/** Every build carries our licence and the acknowledgements; the licences of bundled packages are added below. */
const LEGAL = ['LICENSE', 'NOTICE'];
const THIRD_PARTY = thirdPartyOf('extension');

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The folder that a build is written to. */
export const folderOf = (name: BuildName) => here(`dist/${name}`);

/**
 * Makes the named builds and returns their folders.
 *
 * The same sources give the same bytes, so that a reviewer can build the package and compare it with the published one.
 */
export async function buildExtension(
  names: readonly BuildName[] = USUAL,
  into = folderOf,
): Promise<string[]> {
  const scripts = new Map<string, Promise<readonly (readonly [file: string, code: string])[]>>();
  const folders: string[] = [];
  for (const name of names) {
    const { browser, demo, checked, development = false }: Build = BUILDS[name];
    // Browsers share every script but one, so a script tested in one browser is the script of the other.
    const constants = { __DEMO__: String(demo), __CONTEXT_CHECK__: String(checked) };
    const mode = development ? 'development' : 'production';
    const key = JSON.stringify([mode, constants]);
    if (!scripts.has(key)) scripts.set(key, bundleAll(mode, constants));
    const folder = into(name);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const [file, code] of (await scripts.get(key)) ?? [])
      if (isFor(browser, file)) await writeFile(join(folder, file), code);
    for (const page of PAGES) await cp(here(page), join(folder, page.split('/').at(-1) ?? page));
    for (const file of LEGAL) await cp(here(`../${file}`), join(folder, file));
    await writeFile(join(folder, THIRD_PARTY_FILE), thirdPartyText(THIRD_PARTY));
    for (const size of ICON_SIZES) await writeFile(join(folder, `icon-${size}.png`), icon(size));
    await writeJson(join(folder, 'manifest.json'), manifestOf(browser, demo));
    // Firefox takes managed settings without a schema.
    if (browser === 'chrome') await writeJson(join(folder, 'managed_schema.json'), managedSchema);
    folders.push(folder);
  }
  return folders;
}

async function writeJson(file: string, value: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

function isFor(browser: Browser, file: string): boolean {
  const script = SCRIPTS.find((each) => each.file === file);
  return script === undefined || !('only' in script) || script.only === browser;
}

type Mode = 'development' | 'production';

async function bundleAll(
  mode: Mode,
  constants: Readonly<Record<string, string>>,
): Promise<(readonly [string, string])[]> {
  const bundles: (readonly [string, string])[] = [];
  for (const { entry, file, format } of SCRIPTS)
    bundles.push([file, await bundleOne(here(entry), format, mode, constants)]);
  return bundles;
}

async function bundleOne(
  entry: string,
  format: 'es' | 'iife',
  mode: Mode,
  constants: Readonly<Record<string, string>>,
): Promise<string> {
  const result = await bundle({
    configFile: false,
    logLevel: 'warn',
    mode,
    resolve: { conditions: ['@ehch/source', 'module', 'browser', mode] },
    define: { ...constants, 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: {
      target: 'es2022',
      write: false,
      sourcemap: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entry,
        // Vite adds `import.meta` for lazy modules. We have none, and a classic script may not contain `import.meta`.
        ...(format === 'iife' ? { transform: { define: { 'import.meta': '{}' } } } : {}),
        // One file per entry: a service worker cannot import later, and a sandboxed frame has nowhere to import from.
        output: {
          format,
          codeSplitting: false,
          // Dead branches go and names stay, so that the store's reviewers can read the code that runs.
          minify: { compress: true, mangle: false, codegen: false },
        },
      },
    },
  });
  const chunks = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const [chunk, ...more] = chunks;
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`${entry} did not become one script`);
  // A bundled package without its licence text stops the build.
  assertNamed(chunk.moduleIds, THIRD_PARTY);
  return chunk.code;
}

if (import.meta.main) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in BUILDS));
  if (unknown.length > 0)
    throw new Error(`No such build: ${unknown.join(', ')}. There are: ${Object.keys(BUILDS).join(', ')}`);
  for (const folder of await buildExtension(names.length > 0 ? (names as BuildName[]) : USUAL))
    console.log(folder);
}
