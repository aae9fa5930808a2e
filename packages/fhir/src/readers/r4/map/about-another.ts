/**
 * [P] Generic names that show that a text is about another medicine. The endings are stems of international
 * nonproprietary names (WHO, "The use of stems in the selection of INN", 2018). The choice of stems and of
 * whole names is this product's own. Brand names are not used, because a brand may be this medicine's own.
 */
const GENERIC =
  /^(?!april$)\p{L}+(pril|sartan|olol|dipine|statin|prazole|tidine|xaban|gatran|parin|cillin|mycin|micin|floxacin|cycline|gliptin|gliflozin|semide|thiazide|zepam|oxetine|profen|grel)$|^(?:aspirin|paracetamol|warfarin|digoxin|amiodarone|bumetanide|metformin|gliclazide|codeine|morphine|tramadol|dipyridamole|naproxen|prednisolone|levothyroxine|donepezil|memantine|haloperidol|quetiapine|risperidone|mirtazapine|sertraline|citalopram|amitriptyline|spironolactone|lactulose|senna|trimethoprim|methotrexate|lithium)$/u;

/** Words between a name and what happened: doses, forms, and "was". */
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

/** "Stopped, aspirin started": a new statement begins here. */
const BEGINS =
  /^(?:re-?)?(?:start|commence|begin|beg[au]n|prescribe|introduce|add|give|continue|switch|change|increase|instead)/;

/** "Aspirin stopped, and so was this." */
const TOO = /\b(?:too|also|as well|so (?:was|were|is)|likewise|all|everything|both)\b/;

/**
 * BNF cautionary labels and similar advice: "do not take indigestion remedies", "do not take anything else
 * containing aspirin".
 */
const BESIDE =
  /\b(?:do not|don['’]?t|never) (?:give|take|use) (?:any )?(other(?! than)|another|anything (?:else|containing)|indigestion|milk|alcohol|grapefruit)\b[^.;:\n]*/g;

/**
 * Takes out of a text whatever it says about the end of another medicine: "aspirin stopped" in a note on
 * warfarin. The text must name that medicine clearly. Where it names none, or this medicine too, the words
 * stay.
 * @param own the names of this medicine
 * @param over matches words for an end
 * @returns the text that is left, in lower case
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

/** "Changed to apixaban", "switched over to edoxaban". */
const REPLACED = /\b(?:changed|switched|converted|swapped) (?:over )?(?:to|for) (\p{L}+)/gu;
/** "Stop warfarin", but neither "do not stop warfarin" nor "stop warfarin if bleeding", which is advice. */
const TO_STOP =
  /(?<!\b(?:not|never|to|if|when) )\b(?:stop|cease|discontinue|withhold)\s+(?:(?:the|her|his)\s+)?(\p{L}+)\b(?!(?:\s+(?:\d+\S*|mg|tablets?|capsules?))*\s+(?:if|when|while|unless|before|after|at|on|in|\d+|hours?|days?|weeks?)\b)/gu;

/**
 * Whether the words of a medicine say that it is replaced or to be stopped: "changed to apixaban" or "stop
 * warfarin", written for warfarin.
 */
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

/** Whether every end in a sentence belongs to another medicine that it names. */
function isOfOthers(sentence: string, mine: string, generics: readonly string[], over: RegExp): boolean {
  if (TOO.test(sentence) || isAboutIt(sentence, generics)) return false;
  const found = [...sentence.matchAll(new RegExp(over, 'gi'))];
  return (
    found.length > 0 &&
    found.every(({ 0: words, index }) => {
      const after = sentence.slice(index + words.length);
      // After "replaced by" comes the new medicine, not the one that ended.
      const objects = /\b(?:by|with)$/.test(words) ? [] : namedAfter(after);
      const named = [...namedBefore(sentence.slice(0, index)), ...objects];
      return named.length > 0 && named.every((name) => isAnother(name, mine, generics));
    })
  );
}

/**
 * Whether a sentence is about this medicine, and not only about its start or continuation: "when warfarin
 * started", "warfarin continues".
 */
function isAboutIt(sentence: string, generics: readonly string[]): boolean {
  const own = generics.join('|');
  const going = new RegExp(
    `\\b(?:${BEGUN})(?: on| with)? (?:${own})\\b|\\b(?:${own})${FILL}\\s+(?:${BEGUN}|remains?)\\b`,
    'gu',
  );
  return new RegExp(`\\b(?:${own}|this|it)\\b`, 'u').test(sentence.replaceAll(going, ''));
}

const BEGUN = '(?:re-?)?start(?:s|ed|ing)?|commenc(?:ed|ing)|continu(?:e|es|ed|ing)|increased|reduced';

/** The medicines named before the word for an end, nearest first: "aspirin and warfarin stopped". */
function namedBefore(text: string): readonly string[] {
  const found = BEFORE.exec(text);
  const word = found?.[1] ?? '';
  if (!isName(word)) return [];
  const rest = text.slice(0, found?.index);
  const join = JOINED_BEFORE.exec(rest)?.[1];
  if (join === undefined) return [word];
  const next = rest.slice(0, rest.length - join.length);
  const others = namedBefore(next);
  // A comma may separate another thought from an unknown word. "And" joins the unknown word to the name.
  return others.length > 0 || join.trim() === ',' ? [word, ...others] : [word, UNKNOWN];
}

/** The medicines named after the word for an end: "stopped aspirin and warfarin". */
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

/** A word joined to a name. It may be another name of this medicine. */
const UNKNOWN = '?';

function isName(word: string): boolean {
  return GENERIC.test(word);
}

/**
 * Whether a name is surely another medicine. The same ending after the same first letter may be another
 * spelling of the same name: amoxycillin, frusemide.
 */
function isAnother(name: string, mine: string, generics: readonly string[]): boolean {
  if (name === UNKNOWN || mine.includes(name)) return false;
  const stem = GENERIC.exec(name)?.[1];
  return !generics.some((own) => own[0] === name[0] && stem !== undefined && GENERIC.exec(own)?.[1] === stem);
}

function wordsIn(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
