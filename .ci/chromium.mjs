import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium: from CHROME_PATH, else an installed one, else one that this function fetches. */
export function chromium() {
  const found = process.env.CHROME_PATH ?? installed();
  if (found) return found;
  console.log('No Chromium on this machine. Getting one …');
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath(['apt-get'])) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } else {
    spawnSync('npx', ['-y', 'playwright@1.65.1', 'install', 'chromium'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  const got = installed() ?? playwrights();
  if (got) return got;
  console.error(
    '\nThe browser tests need a Chromium, and none could be fetched. Install Chromium or Chrome, or set CHROME_PATH to one, and run the same command again.',
  );
  process.exit(1);
}

const installed = () => onPath(NAMES) ?? PLACES.find(existsSync);

function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

function playwrights() {
  const cache =
    {
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
      win32: join(homedir(), 'AppData/Local/ms-playwright'),
    }[process.platform] ?? join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return undefined;
  for (const folder of readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort()
    .reverse()) {
    for (const file of [
      'chrome-linux/chrome',
      'chrome-linux64/chrome',
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-win/chrome.exe',
      'chrome-win64/chrome.exe',
    ]) {
      if (existsSync(join(cache, folder, file))) return join(cache, folder, file);
    }
  }
  return undefined;
}
