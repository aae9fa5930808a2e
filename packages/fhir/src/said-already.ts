/**
 * Whether a text already states a phrase, word for word in one normalised spelling: "2 capsules twice daily"
 * states "twice a day".
 * In doubt the answer is no. Saying a thing twice does no harm; leaving it out may.
 */
export function isSaid(phrase: string, text: string | null): boolean {
  if (text === null) return false;
  const whole = written(text);
  // "Not at night" contains "at night" and says the opposite.
  if (TURNED_ROUND.test(whole)) return false;
  return ` ${whole} `.includes(` ${written(phrase)} `);
}

/** Whether the text contains every word of `part`, in any order. */
export function holdsWords(text: string, part: string): boolean {
  const there = new Set(written(text).split(' '));
  return written(part)
    .split(' ')
    .every((word) => there.has(word));
}

/** A text in the normalised spelling in which two texts are compared. Never shown. */
export { written as compared };

/** Words that may reverse what the phrase after them says. */
const TURNED_ROUND = /(^| )(not|no|never|avoid|without|except|unless|don't|dont|instead)( |$)/;

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The order matters: each rule works on the text that the rules before it made. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/[‐-―]/g, '-'],
  [/[()[\]{}"“”*;:!?]|(?<!\d)[.,/-]|[.,/-](?!\d)/g, ' '],
  [/(\d)-(?=\d)/g, '$1 to '],
  [/(\d)(?=[a-zµμ])/g, '$1 '],
  [/\bonce\b/g, '1 time'],
  [/\btwice\b/g, '2 times'],
  [/\bod\b/g, '1 time daily'],
  [/\b(bd|bid)\b/g, '2 times daily'],
  [/\b(tds|tid)\b/g, '3 times daily'],
  [/\b(qds|qid)\b/g, '4 times daily'],
  [/\b(a|per|each|every|in a) day\b/g, 'daily'],
  [/\b(a|per|each|every|in a) week\b/g, 'weekly'],
  [/\b(a|per|each|every|in a) month\b/g, 'monthly'],
  [/\b(\d+) hourly\b/g, 'every $1 hours'],
  [/\b(milligram(me)?s?|mgs)\b/g, 'mg'],
  [/\b(microgram(me)?s?|mcgs?|ug|[µμ]g)\b/g, 'microgram'],
  [/\b(nanogram(me)?s?|ng)\b/g, 'nanogram'],
  [/\bgram(me)?s?\b/g, 'g'],
  [/\b(millilit(re|er)s?|mls)\b/g, 'ml'],
  [/\blit(re|er)s?\b/g, 'l'],
  [/\btabs?\b/g, 'tablet'],
  [/\bcaps?\b/g, 'capsule'],
  [/\b(prn|if needed|as needed|when needed|if required|when required|as required)\b/g, 'asrequired'],
  [/\b(nocte)\b/g, 'at night'],
  [/\b(mane)\b/g, 'in the morning'],
  [/\b(by mouth|orally)\b/g, 'oral'],
  [/\b(\p{L}{3,})s\b/gu, '$1'],
  [/\b(\d+) (time|x) (?=daily|weekly|monthly)/g, '$1x'],
  [/(?<!\dx)\b(daily|weekly|monthly)\b/g, '1x$1'],
  [/\s+/g, ' '],
];

function written(text: string): string {
  const digits = text
    .toLowerCase()
    .replaceAll(/\p{L}+/gu, (word) => (NUMBERS.includes(word) ? String(NUMBERS.indexOf(word)) : word));
  return RULES.reduce((said, [pattern, by]) => said.replaceAll(pattern, by), digits).trim();
}
