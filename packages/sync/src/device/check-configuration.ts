import { EhchError } from '@ehch/clinical';
import type { EngineConfiguration } from '../engine-configuration.ts';

type Choice = 'keep' | 'keys' | 'copies';

const CHOICES: { readonly [name in Choice]: readonly NonNullable<EngineConfiguration[name]>[] } = {
  keep: ['no', 'session', 'yes'],
  keys: ['memory', 'passphrase', 'passkey', 'provider'],
  copies: ['opened', 'homes'],
};

/**
 * Guard: a page in JavaScript has no types. A wrong word would put records on the disk whose terms forbid it, or lock
 * them under a key that nobody has. What is left out has a default.
 *
 * @throws {EhchError} `bad-configuration`
 */
export function checkConfiguration(options: {
  readonly [name in Choice | 'user' | 'deviceName']?: unknown;
}): void {
  for (const name of ['keep', 'keys', 'copies'] as const) {
    const given = options[name];
    if (given !== undefined && !CHOICES[name].some((word) => word === given))
      throw new EhchError(
        'bad-configuration',
        `Give \`${name}\` one of these words, or leave it out: ${CHOICES[name].join(', ')}.`,
      );
  }
  if (options.deviceName !== undefined && typeof options.deviceName !== 'string')
    throw new EhchError('bad-configuration', 'Give `deviceName` as text, or leave it out.');
  if (!isSignedIn(options.user))
    throw new EhchError(
      'bad-configuration',
      'Give `user` the subject of the sign-in as `sub`, or leave `user` out.',
    );
}

/** Whether nobody is signed in, or somebody with a subject. Without one, nothing that they do would ever be sent. */
function isSignedIn(user: unknown): boolean {
  if (user === undefined || user === null) return true;
  if (typeof user !== 'object' || !('sub' in user)) return false;
  return typeof user.sub === 'string' && user.sub.trim() !== '';
}
