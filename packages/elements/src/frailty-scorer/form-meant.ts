/** The form that Enter opens from the search field: the only one that can be meant. `null`: another key, or none is meant. */
export function formMeant({ key, target, isComposing }: KeyboardEvent): HTMLElement | null {
  // Enter also ends the writing of a character in some languages.
  if (key !== 'Enter' || isComposing || !(target instanceof Element)) return null;
  if (!target.matches('[data-press=search]')) return null;
  return target.closest('.chooser')?.querySelector<HTMLElement>('.choice.meant') ?? null;
}
