import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(`peers/${path}`, import.meta.url));

/** Installs the peers as their lock file pins them, unless they are installed. No script of theirs runs at install. */
export function installPeers(): void {
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  const stamp = at('node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the peers (about 650 MB on disk) …');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: at('.'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed. Can the npm registry be reached?');
  writeFileSync(stamp, wanted);
}
