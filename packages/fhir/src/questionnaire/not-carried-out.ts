import { textAt } from '../entry.ts';
import { extension, extensionValue } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type Reading } from './reading.ts';
import { EXT } from './urls.ts';

export const CALCULATED_CHOICES =
  'The choices of this are made by a calculation that is not carried out here.';

/** What an extension asks for and this program does not do. */
const BY_EXTENSION: readonly (readonly [url: string, words: string])[] = [
  // A pattern that somebody else wrote can keep a browser busy for ever.
  [EXT.regex, 'The form checks how this is written; here it is not checked.'],
  [EXT.minLength, 'The form asks for a longest or shortest text; the shortest is not checked here.'],
  [EXT.maxDecimals, 'The form limits the decimal places; they are not checked here.'],
  [EXT.constraint, 'The form checks this against other answers; here it is not checked.'],
  [EXT.targetConstraint, 'The form checks this against other answers; here it is not checked.'],
  [EXT.itemMedia, 'A picture or sound belongs here; it is not shown.'],
  [EXT.cqfExpression, 'The words of this are made by a calculation; here they are as written.'],
  [EXT.answerExpression, CALCULATED_CHOICES],
  [EXT.candidateExpression, 'The form suggests answers from a record; here it does not.'],
  [EXT.answerOptionsToggle, 'The form hides some of the choices at times; here all of them are shown.'],
  [EXT.optionRestriction, 'The form hides some of the choices at times; here all of them are shown.'],
  [EXT.subQuestionnaire, 'A part of another form belongs here; it is not included.'],
  [EXT.externallyDefined, 'The choices of this are kept elsewhere and cannot be opened here.'],
];

export const UNKNOWN_MODIFIER =
  'This carries a modifier that is not known here. It may change what is meant: do not rely on the answers.';

/** Names what of an item is not carried out, whatever its type. */
export function nameWhatIsNotDone(reading: Reading, item: OutlineItem): void {
  const { json } = item;
  for (const [url, words] of BY_EXTENSION)
    if (extension(json, url) !== undefined) limit(reading, item, words);
  const text = json['_text'];
  if (typeof text === 'object' && text !== null && extension({ ...text }, EXT.cqfExpression) !== undefined)
    limit(reading, item, 'The words of this are made by a calculation; here they are as written.');
  if (json['modifierExtension'] !== undefined) limit(reading, item, UNKNOWN_MODIFIER);
  if (reading.outline.twice.has(item.id))
    limit(reading, item, 'The form has this twice, word for word; it is asked once.');
  if (!item.named) limit(reading, item, 'This has no linkId in the form.');
  const [min, max] = [EXT.minOccurs, EXT.maxOccurs].map((url) => extensionValue(json, url));
  if (item.repeats && typeof min === 'number' && min > 1)
    limit(reading, item, `The form asks for at least ${min}; that is not checked here.`);
  if (item.repeats && typeof max === 'number')
    limit(reading, item, `The form takes at most ${max}; that is not checked here.`);
  if (item.type === 'group' && json['required'] === true)
    limit(reading, item, 'The form requires an answer in this part; that is not checked here.');
  const mode = extensionValue(json, EXT.usageMode);
  if (mode !== undefined && mode !== 'capture' && mode !== 'capture-display')
    limit(reading, item, 'The form is to show this at other times only; here it is always shown.');
  if (textAt(json, 'disabledDisplay') === 'protected')
    limit(reading, item, 'The form shows this greyed out while it is not to be answered; here it is hidden.');
}
