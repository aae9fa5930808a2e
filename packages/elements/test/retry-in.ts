import type { SectionName } from '@ehch/clinical';
import { retryPresses } from '../src/internal/retry.ts';

interface Drawn {
  readonly renderRoot: ParentNode;
}

/** Every button that asks for something to be read again, with what it asks for. */
export function retriesIn({
  renderRoot,
}: Drawn): readonly { readonly button: HTMLElement; readonly section: SectionName | null }[] {
  const all = [...renderRoot.querySelectorAll<HTMLElement>('[data-press=read-again]')];
  return all.map((button) => {
    const action = retryPresses.actionAt(button);
    if (action === null) throw new Error('A button that does nothing.');
    return { button, section: action.section };
  });
}

/** The one for this section. @throws {Error} where there is none to press */
export function retryIn(drawn: Drawn, section: SectionName | null): HTMLElement {
  const found = retriesIn(drawn).find((one) => one.section === section);
  if (found === undefined) throw new Error(`Nothing to press for ${section}`);
  return found.button;
}
