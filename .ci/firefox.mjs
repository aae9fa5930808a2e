import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * Path of a Firefox: from FIREFOX_PATH, else an installed one, else Debian's, which this function fetches. Without a
 * Firefox, the extension's walk there is skipped and says so.
 */
export function firefox() {
  const found = process.env.FIREFOX_PATH ?? installed();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && installed(['apt-get'])) {
    console.log('No Firefox on this machine. Getting one …');
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'firefox-esr'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (installed()) return installed();
  }
  console.log(
    'There is no Firefox: the extension’s walk in Firefox will be skipped. Install Firefox, or set FIREFOX_PATH to one.',
  );
  return undefined;
}

function installed(names = ['firefox', 'firefox-esr']) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return PLACES.find(existsSync);
}
