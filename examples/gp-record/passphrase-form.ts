import { EhchError } from '@ehch/sdk';
import { find } from './record-system.ts';

/**
 * The form that asks for this PC's passphrase. A new one is set for good, and a slip in it would lose everything later, so
 * it is typed twice.
 *
 * @param page names the page, because each keeps its own records
 */
export function passphraseForm(
  page: string,
  unlock: (passphrase: string) => Promise<string>,
  onOpen: () => void,
): { readonly form: HTMLFormElement; noteOpen(): void } {
  const isSet = `${page}-passphrase-is-set`;
  const [form, said] = [find('#unlock', HTMLFormElement), find('#unlocked')];
  const [passphrase, again] = [find('#passphrase', HTMLInputElement), find('#again', HTMLInputElement)];
  const isNew = () => localStorage.getItem(isSet) === null;
  const showWhatIsAsked = () => (find('#new-passphrase').hidden = !isNew());

  /** Not a word of anybody is kept: only that there is a passphrase. */
  function noteOpen(): void {
    localStorage.setItem(isSet, 'yes');
    form.hidden = true;
    showWhatIsAsked();
  }

  async function open(): Promise<void> {
    if (isNew() && again.value !== passphrase.value) {
      said.textContent = 'Type the same new passphrase twice. Nothing was set.';
      return;
    }
    try {
      const state = await unlock(passphrase.value);
      passphrase.value = again.value = '';
      said.textContent = state === 'unlocked' ? '' : 'This passphrase opens nothing here.';
      if (state !== 'unlocked') return;
    } catch (error) {
      // Such as one that is too short, or a PC on which only colleagues have one: the words say what to do.
      said.textContent = error instanceof EhchError ? error.message : 'This PC could not be opened.';
      return;
    }
    noteOpen();
    onOpen();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void open();
  });
  showWhatIsAsked();
  return { form, noteOpen };
}
