// A Chromium that an administrator manages, for one test alone: the policies of this machine stay as they are.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chrome } from '../../../extension/src/manifest/chrome.ts';

/** Where Chromium on Linux looks for policies. The program has a folder of its own there, that nobody else sees. */
const POLICIES = '/etc/chromium';

/** Why no browser can be managed here, or `false`. */
export const cannotManage =
  spawnSync('unshare', ['--mount', 'true']).status === 0
    ? false
    : 'only a user who may mount can give a browser policies of its own';

/** Writes a program that starts Chromium with these settings for the extension, and returns its path. */
export function managedChromium(folder: string, settings: object): string {
  const policy = join(folder, 'policy.json');
  const program = join(folder, 'managed-chromium');
  writeFileSync(policy, JSON.stringify({ '3rdparty': { extensions: { [idOf(chrome.key)]: settings } } }));
  const chromium = process.env['CHROME_PATH'] ?? 'chromium';
  writeFileSync(
    program,
    `#!/bin/sh
exec unshare --mount sh -c '
  mount -t tmpfs none ${POLICIES} && mkdir -p ${POLICIES}/policies/managed &&
  cp "${policy}" ${POLICIES}/policies/managed/ && exec "${chromium}" "$@"' - "$@"
`,
  );
  chmodSync(program, 0o700);
  return program;
}

/** The id that Chromium makes of a public key: sixteen bytes of its hash, in the letters a to p. */
function idOf(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return Array.from(hash, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
