/** Puts text where it can be pasted from. `false`: the browser or the page does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The text is then shown to be copied by hand.
    return false;
  }
}
