// Runs every command: it installs what is missing, then runs the task on Node 24.
// It must itself run on Node 20 with nothing installed, so it imports only Node's own modules and its neighbours.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { chromium } from './chromium.mjs';
import { firefox } from './firefox.mjs';
import { install, root } from './install.mjs';
import { node24 } from './node24.mjs';

const NEEDS_CHROMIUM = new Set([
  'test',
  'test:full',
  'test:long',
  'mutants',
  'shots',
  'packed',
  'extension',
  'bench',
]);
const NEEDS_FIREFOX = new Set(['test', 'test:full']);

const [task, ...rest] = process.argv.slice(2);
install();
const node = node24();
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  EHCH_NODE: node,
  // Where the person typed the command: a path they give is relative to it.
  EHCH_CWD: process.env.INIT_CWD ?? process.cwd(),
  ...(NEEDS_CHROMIUM.has(task) || rest.includes('--browser') ? { CHROME_PATH: chromium() } : {}),
  ...(NEEDS_FIREFOX.has(task) ? { FIREFOX_PATH: firefox() ?? '' } : {}),
};
const child = spawn(
  node,
  [
    '--disable-warning=ExperimentalWarning',
    '--conditions=@ehch/source',
    join(root, '.ci', 'tasks.ts'),
    task,
    ...rest,
  ],
  { cwd: root, env, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
