import { reportCaught } from '@ehch/clinical/diagnostics';

/**
 * Puts a taught adapter on the clipboard within a press, and gives what a screen reader hears of it. It names no person,
 * so nobody has to note who took it.
 */
export async function copyAdapter(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch (error) {
    // The browser or its user said no, which is an answer. The text still stands there to be selected.
    reportCaught(error, 'extension/copy');
    return 'Not copied. Select the text below the button, and copy it.';
  }
}
