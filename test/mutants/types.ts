import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { packageOf } from './near-tests.ts';
import type { Planted } from './trial.ts';

/** What the types say against a fault; nothing where they accept it. */
export type TypesAgainst = (root: string, planted: Planted) => string | undefined;

const LEFT_BEHIND = new Set(['node_modules', 'dist']);

/**
 * Checks the types of the fault's own package, in a copy: the tree is never touched. A fault that does not compile reaches
 * nobody, and `npm test` checks types first.
 */
export const typesAgainst: TypesAgainst = (root, { file, text }) => {
  const own = packageOf(file);
  const copy = mkdtempSync(join(tmpdir(), 'mutant-types-'));
  const folder = join(copy, own);
  try {
    mkdirSync(dirname(folder), { recursive: true });
    cpSync(join(root, own), folder, {
      recursive: true,
      filter: (path) => !LEFT_BEHIND.has(basename(path)),
    });
    cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'));
    // By the links, the other packages are read where they stand.
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    symlinkSync(join(root, own, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(copy, file), text);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration(root, own)));
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    return status === 0 ? undefined : (/error (TS\d+: .*)/.exec(stdout)?.[1] ?? stdout);
  } finally {
    rmSync(copy, { recursive: true });
  }
};

/** Checks and writes nothing; whatever is imported of other packages is checked with it. */
function configuration(root: string, own: string) {
  return {
    extends: join(root, own, 'tsconfig.json'),
    compilerOptions: {
      noEmit: true,
      emitDeclarationOnly: false,
      composite: false,
      incremental: false,
      declaration: false,
      declarationMap: false,
      allowImportingTsExtensions: true,
      rewriteRelativeImportExtensions: false,
      rootDir: '/',
    },
    include: ['src', 'src/**/*.json'],
    exclude: ['**/*.test.ts', '**/*.fixtures.ts', '**/*.vectors.ts', '**/*.pages.ts'],
    references: [],
  };
}
