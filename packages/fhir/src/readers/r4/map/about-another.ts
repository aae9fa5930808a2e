/**
 * [P] Generic names, by which a text can be known to speak of another medicine. The endings are stems of international
 * nonproprietary names (WHO, "The use of stems in the selection of INN", 2018); which ones, and the whole names, we chose. A brand
 * is no name here: it may be this medicine's own.
 */
const GENERIC =
  /^(?!april$)\p{L}+(pril|sartan|olol|dipine|statin|prazole|tidine|xaban|gatran|parin|cillin|mycin|micin|floxacin|cycline|gliptin|gliflozin|semide|thiazide|zepam|oxetine|profen|grel)$|^(?:aspirin|paracetamol|warfarin|digoxin|amiodarone|bumetanide|metformin|gliclazide|codeine|morphine|tramadol|dipyridamole|naproxen|prednisolone|levothyroxine|donepezil|memantine|haloperidol|quetiapine|risperidone|mirtazapine|sertraline|citalopram|amitriptyline|spironolactone|lactulose|senna|trimethoprim|methotrexate|lithium)$/u;

const FILL =
  '(?:[\\s(-]+(?:\\d[\\p{L}\\d./]*|mg|micrograms?|tablets?|capsules?|once|twice|daily|od|bd|was|were|has|have|been|is|are|now|then|already|both))*';
const JOIN = '\\s*(?:,|&|\\+|/|\\b(?:and|or|plus)\\b)\\s*';
const BEFORE = new RegExp(`(\\p{L}[\\p{L}-]*)${FILL}[\\s:(–-]*$`, 'u');
const JOINED_BEFORE = new RegExp(`(${JOIN})$`, 'u');
const AFTER = new RegExp(
  `^\\s*(?:(?:the|her|his|their|taking|giving|any|all)\\s+)*(\\p{L}[\\p{L}-]*)${FILL}`,
  'u',
);
const JOINED_AFTER = new RegExp(`^${JOIN}`, 'u');

/** "Stopped, aspirin started": what follows begins anew. */
const BEGINS =
  /^(?:re-?)?(?:start|commence|begin|beg[au]n|prescribe|introduce|add|give|continue|switch|change|increase|instead)/;

/** "Aspirin stopped, and so was this." */
const TOO = /\b(?:too|also|as well|so (?:was|were|is)|likewise|all|everything|both)\b/;

/** BNF's cautionary labels, and the like: "do not take indigestion remedies", "do not take anything else containing aspirin". */
const BESIDE =
  /\b(?:do not|don['’]?t|never) (?:give|take|use) (?:any )?(other(?! than)|another|anything (?:else|containing)|indigestion|milk|alcohol|grapefruit)\b[^.;:\n]*/g;

/**
 * Takes out of a text what it says is over of another medicine: "aspirin stopped" in a note of warfarin. It must name that one for
 * certain; where it names none, or this one too, the words stay.
 */
export function withoutOthers(text: string, own: string, over: RegExp): string {
  const said = text.toLowerCase();
  const mine = own.toLowerCase();
  const rest = said.replaceAll(BESIDE, (words: string, what: string) =>
    mine.includes(what) || /(?:\b(?:or|and)|[,/]) (?:this|it)\b/.test(words) ? words : '',
  );
  const generics = wordsIn(mine).filter(isName);
  if (generics.length === 0) return rest;
  return rest
    .split(/(?<=[.;\n])/)
    .filter((sentence) => !isOfOthers(sentence, mine, generics, over))
    .join('');
}

const REPLACED = /\b(?:changed|switched|converted|swapped) (?:over )?(?:to|for) (\p{L}+)/gu;
const TO_STOP =
  /(?<!\b(?:not|never|to|if|when) )\b(?:stop|cease|discontinue|withhold)\s+(?:(?:the|her|his)\s+)?(\p{L}+)\b(?!(?:\s+(?:\d+\S*|mg|tablets?|capsules?))*\s+(?:if|when|while|unless|before|after|at|on|in|\d+|hours?|days?|weeks?)\b)/gu;

/** "Changed to apixaban", "stop warfarin", in the words of warfarin. */
export function isReplaced(text: string, own: string): boolean {
  const said = text.toLowerCase();
  const mine = own.toLowerCase();
  const generics = wordsIn(mine).filter(isName);
  if (generics.length === 0) return false;
  const other = [...said.matchAll(REPLACED)].some(
    ([, name = '']) => isName(name) && isAnother(name, mine, generics),
  );
  return other || [...said.matchAll(TO_STOP)].some(([, name = '']) => generics.includes(name));
}

function isOfOthers(sentence: string, mine: string, generics: readonly string[], over: RegExp): boolean {
  if (TOO.test(sentence) || isAboutIt(sentence, generics)) return false;
  const found = [...sentence.matchAll(new RegExp(over, 'gi'))];
  return (
    found.length > 0 &&
    found.every(({ 0: words, index }) => {
      const after = sentence.slice(index + words.length);
      // What something was replaced by is not what was replaced.
      const objects = /\b(?:by|with)$/.test(words) ? [] : namedAfter(after);
      const named = [...namedBefore(sentence.slice(0, index)), ...objects];
      return named.length > 0 && named.every((name) => isAnother(name, mine, generics));
    })
  );
}

/** Whether a sentence speaks of this medicine, and not only of its going on: "when warfarin started", "warfarin continues". */
function isAboutIt(sentence: string, generics: readonly string[]): boolean {
  const own = generics.join('|');
  const going = new RegExp(
    `\\b(?:${BEGUN})(?: on| with)? (?:${own})\\b|\\b(?:${own})${FILL}\\s+(?:${BEGUN}|remains?)\\b`,
    'gu',
  );
  return new RegExp(`\\b(?:${own}|this|it)\\b`, 'u').test(sentence.replaceAll(going, ''));
}

const BEGUN = '(?:re-?)?start(?:s|ed|ing)?|commenc(?:ed|ing)|continu(?:e|es|ed|ing)|increased|reduced';

/** "Aspirin and warfarin stopped": the words that stand for what was stopped, the nearest first. */
function namedBefore(text: string): readonly string[] {
  const found = BEFORE.exec(text);
  const word = found?.[1] ?? '';
  if (!isName(word)) return [];
  const rest = text.slice(0, found?.index);
  const join = JOINED_BEFORE.exec(rest)?.[1];
  if (join === undefined) return [word];
  const next = rest.slice(0, rest.length - join.length);
  const others = namedBefore(next);
  // What a comma parts from an unknown word may be another thought; "and" joins it.
  return others.length > 0 || join.trim() === ',' ? [word, ...others] : [word, UNKNOWN];
}

/** "Stopped aspirin and warfarin." */
function namedAfter(text: string): readonly string[] {
  const { 0: { length } = '', 1: word = '' } = AFTER.exec(text) ?? [];
  const rest = text.slice(length);
  if (!isName(word) || BEGINS.test(rest.trim())) return [];
  const join = JOINED_AFTER.exec(rest)?.[0];
  if (join === undefined) return [word];
  const next = rest.slice(join.length);
  const others = namedAfter(next);
  return others.length > 0 || join.trim() === ',' || BEGINS.test(next) ? [word, ...others] : [word, UNKNOWN];
}

/** Joined to a name, and perhaps this medicine under another. */
const UNKNOWN = '?';

function isName(word: string): boolean {
  return GENERIC.test(word);
}

/** The same ending after the same letter may be the same name in another spelling: amoxycillin, frusemide. */
function isAnother(name: string, mine: string, generics: readonly string[]): boolean {
  if (name === UNKNOWN || mine.includes(name)) return false;
  const stem = GENERIC.exec(name)?.[1];
  return !generics.some((own) => own[0] === name[0] && stem !== undefined && GENERIC.exec(own)?.[1] === stem);
}

function wordsIn(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
