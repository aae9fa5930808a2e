// The full licences of other people's packages that one of our artefacts carries or needs, from the lock file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The name of the file in every artefact. */
export const THIRD_PARTY_FILE = 'THIRD-PARTY-LICENSES.txt';

/** Packages without a licence file, and the package of the same repository and licence that has one. */
const SIBLINGS: ReadonlyMap<string, string> = new Map([['@lit-labs/ssr-dom-shim', 'lit']]);

export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  /** As its package.json names it: `BSD-3-Clause`. */
  readonly licence: string;
  /** Its licence and notice files, whole. */
  readonly text: string;
}

interface Dependencies {
  readonly dependencies?: Readonly<Record<string, { readonly version: string }>>;
}
interface LockFile {
  readonly importers: Readonly<Record<string, Dependencies>>;
  readonly snapshots: Readonly<
    Record<string, { readonly dependencies?: Readonly<Record<string, string>> } | null>
  >;
}

/**
 * The packages that one of ours needs at run time, with all their own dependencies.
 * @param importer Its folder, as in the lock file: `packages/sdk`.
 */
export function thirdPartyOf(importer: string): readonly ThirdParty[] {
  const lock = parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')) as LockFile;
  const found = new Map<string, ThirdParty>();
  const ours = new Set<string>();
  const take = (name: string, locked: string): void => {
    const version = locked.replace(/\(.*$/, '');
    const key = `${name}@${version}`;
    if (found.has(key)) return;
    found.set(key, readPackage(name, version));
    const needs = lock.snapshots[`${name}@${locked}`]?.dependencies ?? {};
    for (const [each, at] of Object.entries(needs)) take(each, at);
  };
  const walk = (folder: string): void => {
    if (ours.has(folder)) return;
    ours.add(folder);
    const project = lock.importers[folder];
    if (project === undefined) throw new Error(`${folder} is not in the lock file. Install first.`);
    for (const [name, { version }] of Object.entries(project.dependencies ?? {})) {
      if (version.startsWith('link:')) walk(join(folder, version.slice('link:'.length)));
      else take(name, version);
    }
  };
  walk(importer);
  const all = [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return all.map((one) => withText(one, all));
}

/** The file that goes with an artefact. */
export function thirdPartyText(packages: readonly ThirdParty[]): string {
  const head =
    packages.length === 0
      ? 'This package needs no package of other people.\n'
      : `EHCH Kit works with these packages of other people. Each is unmodified and keeps its own licence.\n\n${packages
          .map(({ name, version, licence }) => `- ${name} ${version} (${licence})`)
          .join('\n')}\n`;
  const texts = packages.map(
    ({ name, version, licence, text }) =>
      `\n${'='.repeat(78)}\n${name} ${version}\n${licence}. Source: ${sourceOf(name, version)}\n${'='.repeat(78)}\n\n${text}\n`,
  );
  return [head, ...texts].join('');
}

/** Refuses a bundle that contains a package which the licence file does not name. */
export function assertNamed(moduleIds: Iterable<string>, packages: readonly ThirdParty[]): void {
  const names = new Set(packages.map(({ name }) => name));
  for (const id of moduleIds) {
    const [, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
    if (name !== undefined && !name.startsWith('@ehch/') && !names.has(name))
      throw new Error(`${name} is bundled and not among the dependencies. Name it in package.json.`);
  }
}

/** Where anybody can get the package's source, as MPL-2.0 asks. */
function sourceOf(name: string, version: string): string {
  return `https://www.npmjs.com/package/${name}/v/${version}`;
}

function readPackage(name: string, version: string): ThirdParty {
  const folder = join(
    root,
    'node_modules/.pnpm',
    `${name.replace('/', '+')}@${version}`,
    'node_modules',
    name,
  );
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license?: string };
  if (license === undefined) throw new Error(`${name} ${version} does not say its licence.`);
  const text = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)\b/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
  return { name, version, licence: license, text };
}

/** Gives a package without a licence text the text of its sibling, or refuses the package. */
function withText(one: ThirdParty, all: readonly ThirdParty[]): ThirdParty {
  if (one.text !== '') return one;
  const sibling = all.find(({ name }) => name === SIBLINGS.get(one.name));
  if (sibling === undefined || sibling.licence !== one.licence)
    throw new Error(`${one.name} ${one.version} carries no licence text. Choose another package.`);
  return { ...one, text: sibling.text };
}
