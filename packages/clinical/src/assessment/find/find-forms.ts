/** What is looked for by its words: an instrument, a template, or a form that a place brought. */
export interface Findable {
  readonly id: string;
  readonly title: string;
  readonly searchWords?: readonly string[];
}

/** How well one typed word fits; the lower the better. `null`: not at all. */
type Fit = 0 | 1 | 2 | 3 | 4 | null;

/**
 * The forms that fit what somebody typed, the best first; with nothing typed, all in their order. Each typed word must fit:
 * by the title or the short name, by what people call it, or by the beginning of a word of either. Capitals, accents and
 * punctuation do not matter. Forms that fit as well as each other keep their order.
 */
export function findForms<Form extends Findable>(typed: string, forms: readonly Form[]): readonly Form[] {
  const words = wordsIn(typed);
  const found = forms.flatMap((form) => {
    const fits = words.map((word) => fitOf(word, form));
    const worst = fits.includes(null) ? null : Math.max(0, ...fits.map((fit) => fit ?? 0));
    return worst === null ? [] : [{ form, worst: phraseFits(typed, form) ? -1 : worst }];
  });
  return found.toSorted((a, b) => a.worst - b.worst).map(({ form }) => form);
}

function fitOf(word: string, { id, title, searchWords = [] }: Findable): Fit {
  const names = [...wordsIn(title), ...wordsIn(id)];
  const called = searchWords.flatMap(wordsIn);
  if (names.includes(word)) return 0;
  if (called.includes(word)) return 1;
  if (names.some((name) => name.startsWith(word))) return 2;
  if (called.some((name) => name.startsWith(word))) return 3;
  // A short name is often typed without its hyphen: "gds15", "barthel20".
  return squeezed(id).includes(word) || squeezed(title).includes(word) ? 4 : null;
}

/** The whole of what was typed is the short name, or one of the words that people call it by. */
function phraseFits(typed: string, { id, searchWords = [] }: Findable): boolean {
  const phrase = wordsIn(typed).join(' ');
  return phrase !== '' && [id, ...searchWords].some((name) => wordsIn(name).join(' ') === phrase);
}

function wordsIn(text: string): readonly string[] {
  return plain(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function squeezed(text: string): string {
  return plain(text).replace(/[^a-z0-9]+/g, '');
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
