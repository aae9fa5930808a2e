import { findForms, type Findable } from './find-forms.ts';

/**
 * The one form that somebody means by what they typed: the only hit, or the only one whose name, or a word that people call it
 * by, they wrote out. `null`: none, or several that may be meant. A press of Enter must not open the wrong form.
 */
export function formToOpen<Form extends Findable>(typed: string, forms: readonly Form[]): Form | null {
  const meant = letters(typed);
  if (meant === '') return null;
  const found = findForms(typed, forms);
  const named = found.filter(({ id, title }) => [id, title].some((name) => letters(name) === meant));
  const called = found.filter(({ searchWords = [] }) => searchWords.some((word) => letters(word) === meant));
  const [best = []] = [named, called, found].filter(({ length }) => length > 0);
  const [only = null, ...others] = best;
  return others.length === 0 ? only : null;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
