/**
 * [P] Diagnoses and complaints: where a text calls one of them absent, it is no problem. "No fixed abode",
 * "no capacity" and "no pulse" are not in the list, because there the absence is the finding.
 */
const ILLNESS = `(?:(?:${[
  'acute|chronic|severe|type|1|2|heart|cardiac|coronary|artery|ischaemic|kidney|renal|liver|lung|pulmonary|respiratory',
  'chest|abdominal|back|joint|hip|leg|foot|skin|urinary|tract|bowel|breast|prostate|pressure|atrial|cognitive|memory',
  'visual|mental|thyroid|vascular|deep|vein',
].join('|')}) )*(?:${[
  'dementia|dement\\w+|alzheimers?\\w*|delirium|confus\\w+|diabet\\w+(?: mellitus)?|epilep\\w+|seizures?|fits|asthma\\w*',
  'copd|strokes?|tias?|cva|angina|hypertensi\\w+|dvt|embolism|fibrillation|cancers?|malignan\\w+|metasta\\w+|tumours?',
  'parkinson\\w*|depress\\w+|anxi\\w+|infections?|utis?|mrsa|covid(?:-19)?|hiv|ulcers?|sores?|wounds?|fractures?|falls?',
  'injur(?:y|ies)|damage|pain|fever|cough|bleeding|haemorrhage|oedema|dysphagia|syncope|frailty|frail|disease|disorders?',
  'syndrome|failure|impairment|(?:\\p{L}+ )?(?:difficult(?:y|ies)|problems?|complaints?|symptoms|concerns)',
  '\\w+(?:itis|osis|a?emia|oma|pathy|plegia|phasia|algia|uria|rrhoea)',
].join('|')})`;
const SORT =
  '(?:known|currently|clinical|current|active|recent|previous|past|obvious|significant|other|new|further|formal|a|an|any|to have|have|had) ';
const NOT = `(?:no|nil|not|never|non|denies|negative for|absence of|(?:does not|doesnt|did not) have|(?:has|have|had|has got|with) no|not known to have|(?:not suffering|does not suffer) from)`;

const BEGINS = new RegExp(`^${NOT}[ -](?:${SORT})*`);

/** Texts that deny an illness: "no dementia", "not diabetic", "denies chest pain", "MRSA negative". */
const NONE_OF_IT = new RegExp(
  `^${NOT}[ -](?:${SORT})*${ILLNESS}(?: (?:and|or) (?:no )?${ILLNESS})*(?: (?:diagnosis|diagnosed|seen|found|present|detected|known| ?(?:in|for|over|within) (?:the )?(?:last|past) [\\p{L}\\d ]+))?$|^${ILLNESS}[ :-]+(?:no|none|nil|absent|negative|not (?:present|detected|found))$`,
  'u',
);

/** "No evidence of …", whatever follows. "No sign of improvement" is a finding, so it does not count. */
const NO_SIGN =
  /^(?:no|nil|without|absence of) (?:\p{L}+ )?(?:history|evidence|signs?|symptoms?|diagnosis|suspicion|features) of (?!improv|heal|recover|life|progress|respon|benefit)\S/u;

/** Signs that the text says more than an absence: "but lives with pain", a second sentence. */
const MORE =
  /\b(?:but|has|have|now|with|however|except|although|though|apart|other than|only|unless|until|yet)\b|[.;]\s*\S/;

/**
 * Whether the whole text says that a problem is absent.
 * @param text in lower case, as written
 * @param plain the same text without punctuation and brackets
 */
export function saysNoProblem(text: string, plain: string): boolean {
  if (MORE.test(text.replace(BEGINS, ''))) return false;
  return NONE_OF_IT.test(plain) || NO_SIGN.test(plain);
}
