import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A folder of peers, with a lock file of its own. */
interface Peers {
  readonly folder: string;
  /** What its packages take on the disk, in MB. */
  readonly size: number;
}

/** The form fillers, for `forms` and `summary`. */
const FORM_FILLERS: Peers = { folder: 'peers', size: 650 };
/** The databases, for `sync`. */
export const DATABASES: Peers = { folder: 'peers/databases', size: 110 };

/** Installs peers as their lock file pins them, unless they are installed. No script of theirs runs at install. */
export function installPeers({ folder, size }: Peers = FORM_FILLERS): void {
  const at = (path: string) => fileURLToPath(new URL(`${folder}/${path}`, import.meta.url));
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  const stamp = at('node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Installing the peers (about ${size} MB on disk) …`);
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: at('.'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed. Can the npm registry be reached?');
  writeFileSync(stamp, wanted);
}
