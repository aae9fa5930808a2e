/**
 * [P] Names of problems that are one of the conditions which the assessment lists, as records write them. Whole names and
 * their beginnings, never a word anywhere: "risk of stroke" is no stroke. Reviewed by hand; a name that is not here is
 * offered as a problem in its own words and ticks nothing.
 */
const NAMES: readonly (readonly [condition: string, name: RegExp])[] = [
  ['heart-failure', /^(?:congestive |left ventricular |chronic )?(?:heart|cardiac) failure\b/],
  ['rhythm', /^(?:paroxysmal |persistent |permanent |chronic )?atrial (?:fibrillation|flutter)\b/],
  ['heart', /^(?:isch(?:a)?emic heart disease|coronary (?:heart|artery) disease|angina(?: pectoris)?)\b/],
  ['heart', /^(?:old )?myocardial infarction\b/],
  ['hypertension', /^(?:essential |primary )?(?:hypertension|high blood pressure)\b/],
  ['stroke', /^(?:isch(?:a)?emic |haemorrhagic )?(?:stroke|cerebrovascular accident|cerebral infarction)\b/],
  ['stroke', /^transient isch(?:a)?emic attack\b/],
  ['vessels', /^peripheral (?:vascular|arterial) disease\b/],
  ['lung', /^(?:chronic obstructive (?:pulmonary|airways?) disease|copd|asthma|bronchiectasis|emphysema)\b/],
  ['lung', /^(?:interstitial lung disease|pulmonary fibrosis)\b/],
  ['kidney', /^chronic (?:kidney|renal) disease\b/],
  ['diabetes', /^(?:type (?:1|2|i|ii) )?diabetes(?: mellitus)?\b/],
  ['thyroid', /^(?:hypothyroidism|hyperthyroidism|(?:under|over)active thyroid)\b/],
  ['anaemia', /^(?:(?:iron|b12|folate) deficiency )?an(?:a)?emia\b/],
  ['arthritis', /^(?:osteo|rheumatoid )?arthritis\b/],
  ['fracture', /^(?:osteoporosis|fragility fracture)\b/],
  ['parkinsons', /^(?:idiopathic )?parkinson(?:ism|['’]?s disease)\b/],
  ['stomach', /^(?:peptic|gastric|duodenal|stomach) ulcer\b/],
];

/** Words with which a name says that the person does not have it, or not for certain, or that another one has it. */
const DOUBT =
  /\b(?:no|not|never|without|negative|excluded|unlikely|\?|query|queried|possible|probable|suspected|risk|screen\w*|family|history|h\/o|previous|fear|monitoring|prevention|resolved|gestational|insipidus|neonatal)\b|\?/;

/** Kinds of dementia by the name of a problem. */
const DEMENTIAS: readonly (readonly [kind: string, name: RegExp])[] = [
  ['mixed', /^mixed dementia\b/],
  ['vascular', /^vascular dementia\b/],
  ['alzheimer', /^(?:alzheimer['’]?s (?:disease|dementia)|dementia (?:in|due to) alzheimer['’]?s disease)\b/],
  ['lewy', /^(?:(?:diffuse )?lewy body (?:disease|dementia)|dementia with lewy bodies)\b/],
  ['lewy', /^dementia (?:in|due to) parkinson['’]?s disease\b/],
];

/** The condition of the list that a problem is by its name; `null`: none for certain. */
export function conditionNamed(name: string): string | null {
  const plain = name.trim().toLowerCase();
  if (DOUBT.test(plain)) return null;
  return NAMES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Whether a problem is a dementia by its name, and of which kind. `null`: it is none for certain. */
export function dementiaNamed(name: string): { readonly kind: string | null } | null {
  const plain = name.trim().toLowerCase();
  if (DOUBT.test(plain)) return null;
  const kind = DEMENTIAS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  return kind !== null || /^dementia\b/.test(plain) ? { kind } : null;
}
