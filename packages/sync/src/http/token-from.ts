import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';

/**
 * The page's token for one request. A sign-in that hangs or fails ends as `signed-out`: the request never left, and a person
 * has to look at the sign-in, not at the network.
 *
 * @throws {EhchError} `signed-out`; `unreachable` if `stop` aborts first
 */
export async function tokenFrom(
  getToken: () => Promise<string | null>,
  deadlineMs: number,
  stop?: AbortSignal,
): Promise<string> {
  let end = (_error: EhchError): void => {};
  const ended = new Promise<never>((_resolve, reject) => {
    end = reject;
  });
  const timer = setTimeout(() => end(noToken('in time')), deadlineMs);
  const abandon = () => end(new EhchError('unreachable', 'The request was stopped before it was sent.'));
  stop?.addEventListener('abort', abandon);
  if (stop?.aborted) abandon();
  try {
    const token = await Promise.race([asked(getToken), ended]);
    if (token === null) throw new EhchError('signed-out', 'Nobody is signed in. Sign in, then ask again.');
    return token;
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', abandon);
  }
}

async function asked(getToken: () => Promise<string | null>): Promise<string | null> {
  try {
    return await getToken();
  } catch (error) {
    // What a page's sign-in throws says nothing to whoever works here, and may name a person.
    reportCaught(error, 'sync/token');
    throw noToken('for this request');
  }
}

function noToken(how: string): EhchError {
  return new EhchError('signed-out', `The page gave no token ${how}. Sign in again, then ask again.`);
}
