import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const PNPM = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
const stamp = join(root, 'node_modules', '.ehch-installed');

/** Installs what the lock file names, with the pinned pnpm, unless it is installed already. */
export function install() {
  // The lock file names every dependency. A new script in some package.json need not install anything.
  const wanted = createHash('sha256')
    .update(
      [
        PNPM,
        ...['pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((file) => readFileSync(join(root, file), 'utf8')),
      ].join('\0'),
    )
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Installing packages with ${PNPM} …`);
  const { status } = spawnSync('npx', ['-y', PNPM, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      '\nThe packages could not be installed. Check that the npm registry can be reached, then run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
