import { EhchError } from '@ehch/clinical';
import type { Asked } from '../ask.ts';

/** What was answered, of which a list of residents is made. Without an answer there is no list. */
export async function pagesOf(
  asking: Promise<Asked>,
): Promise<{ readonly pages: readonly string[]; readonly more: boolean }> {
  const asked = await asking;
  if (asked.state === 'loaded') return { pages: asked.pages, more: asked.more || asked.broke !== null };
  const code = asked.state === 'withheld' ? 'forbidden' : asked.error.code;
  throw new EhchError(code, `The list of residents could not be read from the server: ${code}.`);
}
