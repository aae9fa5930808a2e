import { isObject, listAt, textAt } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import type { ItemKind } from './fate.ts';
import { extension, extensionValue } from './json-value.ts';
import { nameLeftOver } from './left-over.ts';
import type { OutlineItem } from './outline.ts';
import { plainWords } from './plain-words.ts';
import { limit, type FormReading } from './reading.ts';
import { EXT } from './urls.ts';

/**
 * R4: a reader must not ignore a modifier extension that it does not know. It warns whoever answers the form.
 */
export const UNKNOWN_MODIFIER =
  'This carries a modifier that is not known here. It may change what is meant: do not rely on the answers.';

const ABOUT_ANOTHER =
  'The form says that this is about somebody else than the resident. Do not answer it about the resident.';

/** Names what is not carried out of an item, whatever its type. */
export function nameWhatIsNotDone(reading: FormReading, item: OutlineItem, kind: ItemKind): void {
  const say = (said: string) => limit(reading, item, said);
  const { json } = item;
  nameLeftOver(reading, item, kind);
  nameWhatItHolds(reading, item);
  if (json['modifierExtension'] !== undefined || modifiedWithin(json)) say(UNKNOWN_MODIFIER);
  if (extensionValue(json, EXT.isSubject) === true) say(ABOUT_ANOTHER);
  if (reading.outline.twice.has(item.id)) say('The form has this twice, word for word; it is asked once.');
  if (!item.named) say('This has no linkId in the form.');
  const mode = extensionValue(json, EXT.usageMode);
  if (mode !== undefined && mode !== 'capture' && mode !== 'capture-display')
    say('The form is to show this at other times only; here it is always shown.');
  const disabled = textAt(json, 'disabledDisplay') ?? extensionValue(json, EXT.disabledDisplay5);
  if (disabled !== undefined && disabled !== null && disabled !== 'hidden')
    say('The form shows this greyed out while it is not to be answered; here it is hidden.');
  const taken = extensionValue(json, EXT.answerConstraint5);
  if (taken !== undefined && taken !== 'optionsOnly' && kind !== 'open-choice')
    say('The form takes other answers than those listed; here only those can be given.');
  if (taken === 'optionsOnly' && kind === 'open-choice')
    say('The form takes only the listed answers; here others can be written.');
  if (listAt(json, 'enableWhen').length > 0 && extension(json, EXT.enableWhenExpression) !== undefined)
    say('The form says in two ways when this is to be asked; only the calculation decides here.');
  if (kind === 'group' || kind === 'total' || kind === 'display') nameInstructions(reading, item);
  if (kind === 'group') nameRows(reading, item);
  const most = extensionValue(json, EXT.maxOccurs);
  if (kind !== 'group' && kind !== 'display' && !item.repeats && typeof most === 'number' && most > 1)
    say(`The form takes up to ${most} answers to this; here it takes one.`);
}

/**
 * Names checks of an item against other answers. The form's own words for the check are shown, so that a
 * person can make it.
 */
export function nameConstraints(reading: FormReading, item: OutlineItem | null): void {
  const json = item?.json ?? reading.outline.json;
  for (const each of [EXT.constraint, EXT.targetConstraint].flatMap((url) =>
    extensionsOf(json['extension'], url),
  )) {
    const said = plainWords(text(extensionValue(each, 'human')));
    limit(
      reading,
      item,
      said === null
        ? 'The form checks this against other answers; here it is not checked.'
        : `The form asks that this holds, which is not checked here: ${said}`,
    );
  }
}

/** Names checks and doubled lists of choices. */
function nameWhatItHolds(reading: FormReading, item: OutlineItem): void {
  nameConstraints(reading, item);
  const { json } = item;
  // R4 forbids having both. The choices listed in the item are shown.
  if (json['answerOption'] !== undefined && json['answerValueSet'] !== undefined)
    limit(reading, item, 'The form lists its choices in two places; those of the other list are not shown.');
}

/** Names the instructions of an item that is no question. A question shows its instructions under itself. */
function nameInstructions(reading: FormReading, item: OutlineItem): void {
  for (const url of [EXT.instruction, EXT.entryFormat]) {
    const said = plainWords(text(extensionValue(item.json, url)));
    if (said !== null) limit(reading, item, `The form says here: ${said}`);
  }
}

/** Names how many rows a part takes. */
function nameRows(reading: FormReading, item: OutlineItem): void {
  const [min, max] = [EXT.minOccurs, EXT.maxOccurs].map((url) => extensionValue(item.json, url));
  if (typeof min === 'number' && min > 0)
    limit(reading, item, `The form asks for this part at least ${times(min)}; that is not checked here.`);
  if (typeof max === 'number' && (item.repeats || max !== 1))
    limit(reading, item, `The form takes this part at most ${times(max)}; that is not checked here.`);
}

function times(number: number): string {
  return number === 1 ? 'once' : `${number} times`;
}

/** Whether any condition, choice or initial value has a modifier extension. */
function modifiedWithin(json: OutlineItem['json']): boolean {
  return ['answerOption', 'option', 'initial', 'enableWhen'].some((name) =>
    listAt(json, name).some((each) => isObject(each) && each['modifierExtension'] !== undefined),
  );
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
