import { EhchError } from '@ehch/clinical';
import { readInstant, type Clock } from '@ehch/clinical/time';
import type { EhchOptions } from './create-ehch.ts';

/** Every option, and of what kind it is. Those of another kind are looked at elsewhere. */
const OPTIONS: Readonly<Record<keyof EhchOptions, 'function' | 'string' | 'number' | 'other'>> = {
  fhirBaseUrl: 'other',
  fetch: 'function',
  getToken: 'function',
  place: 'other',
  sourceLabel: 'string',
  clock: 'function',
  worker: 'function',
  deadlineMs: 'number',
  log: 'function',
  user: 'other',
  keep: 'other',
  keys: 'other',
  deviceName: 'other',
  copies: 'other',
};

const KIND_WORDS = { function: 'a function', string: 'text', number: 'a number' };

/**
 * Guard: a page in JavaScript has no types. A token in place of what gives one would ask people to sign in for ever, and `keep`
 * under a wrong name would keep records whose terms forbid it.
 *
 * @throws {EhchError} `bad-argument`
 */
export function checkOptions(options: unknown): asserts options is EhchOptions {
  if (typeof options !== 'object' || options === null)
    throw bad('Give createEhch an object with at least `fhirBaseUrl`, or a `place` without a server.');
  for (const [name, given] of Object.entries(options)) {
    if (!isOption(name))
      throw bad(`createEhch has no option \`${name}\`. It has ${Object.keys(OPTIONS).join(', ')}.`);
    const kind = OPTIONS[name];
    if (kind === 'other' || given === undefined || given === null) continue;
    if (typeof given !== kind) throw bad(`Give \`${name}\` as ${KIND_WORDS[kind]}, or leave it out.`);
  }
  const { deadlineMs, clock } = options as EhchOptions;
  // Nothing could be read before a deadline that is over at once, and every section would say "no answer in time".
  if (typeof deadlineMs === 'number' && !(deadlineMs > 0))
    throw bad('Give `deadlineMs` as milliseconds above 0, or leave it out.');
  if (clock) checkClock(clock);
}

/**
 * Guard: by a moment that cannot be read, no age and no hours are right. Each record would say "bad argument" in every section.
 *
 * @throws {EhchError} `bad-argument`
 */
export function checkClock(clock: Clock): void {
  const now: unknown = typeof clock === 'function' ? clock() : null;
  if (typeof now !== 'string' || readInstant(now) === null)
    throw bad('Give `clock` as a function of the present moment, such as () => new Date().toISOString().');
}

function isOption(name: string): name is keyof EhchOptions {
  return Object.hasOwn(OPTIONS, name);
}

function bad(message: string): EhchError {
  return new EhchError('bad-argument', message);
}
