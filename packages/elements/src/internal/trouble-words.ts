import { errorWords } from './section-words.ts';

// Why something did not come about, in words. Not heard of is not failed.

/** Why a port could not do what it was asked. */
export function troubleWords(error: unknown): string {
  // By name: the error may come from another copy of the kit. Its message is not for this reader.
  const known = typeof error === 'object' && error !== null && 'name' in error && error.name === 'EhchError';
  return known && 'code' in error
    ? errorWords({ code: error.code as Parameters<typeof errorWords>[0]['code'] })
    : 'no reason was given';
}

/** Whether a port did not answer in time: what it did is not known, and has not failed (S6). */
export function isUnheard(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'timeout';
}

/** "Not finished: no connection", or that it is not known whether it was. */
export function notDoneWords(done: 'finished' | 'kept' | 'done', failure: unknown): string {
  return `${isUnheard(failure) ? 'Not known to be' : 'Not'} ${done}: ${failureWords(failure)}`;
}

/** Why finishing did not come about: what the port threw, or the receipt of its refusal. */
function failureWords(failure: unknown): string {
  const said = typeof failure === 'object' && failure !== null && 'why' in failure ? failure.why : null;
  return typeof said === 'string' ? said : troubleWords(failure);
}
