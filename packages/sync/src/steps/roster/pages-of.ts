import { EhchError } from '@ehch/clinical';
import type { Asked } from '../ask.ts';

/**
 * Returns the pages of an answer about the list of residents.
 *
 * @throws {EhchError} with the code of the failure: a list that could not be read is not an empty list
 */
export async function pagesOf(
  asking: Promise<Asked>,
): Promise<{ readonly pages: readonly string[]; readonly more: boolean }> {
  const asked = await asking;
  if (asked.state === 'loaded') return { pages: asked.pages, more: asked.more || asked.broke !== null };
  const code = asked.state === 'withheld' ? 'forbidden' : asked.error.code;
  throw new EhchError(
    code,
    `The list of residents could not be read (${code}). Check the server and the sign-in, then ask again.`,
  );
}
