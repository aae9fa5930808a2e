import type { HighRiskClass } from '../resident/medicine.ts';

/**
 * Further brands of the United Kingdom of the ingredients in `HIGH_RISK_NAMES`, because lithium, insulin, opioids and others are
 * prescribed by brand. No ingredient is here that is not there. [P], not signed off, and never complete.
 */
const BRANDS: Readonly<Record<HighRiskClass, string>> = {
  anticoagulant: 'arixtra|ledraxen|marevan|sinthrome',
  insulin: 'admelog|awiqli|hypurin|insuman|isophane|lyumjev|mixtard|suliqua|trurapi|xultophy',
  sulfonylurea: 'bilxona|dacadis|laaglyda|nazdol|vamju|ziclaseg',
  opioid:
    'abstral|abtard|actimorph|actiq|bupeaze|co-codaprin|dhc continus|durogesic|effentora|' +
    'espranor|fencino|instanyl|kapake|matrifen|maxitram|mezolar|morphgesic|mst|mxl|opiodur|' +
    'oxypro|palexia|palladone|panitaz|pecfent|physeptone|reltebon|remedeine|sevodyne|sevredol|' +
    'solpadol|suboxone|subutex|targinact|temgesic|tramacet|transtec|tylex|zamadol|zeridame|' +
    'zydol',
  midazolam: '',
  parkinsons:
    'apo-go|apogo|azilect|caramet|comtess|dacepton|duodopa|eldepryl|ipinnia|lecado|lecigon|' +
    'mirapexin|ongentys|requip|sastravi|stanek|tasmar|xadago|zelapar',
  epilepsy:
    'belvo|briviact|carbagen|convulex|depakote|desitrend|episenta|frisium|fycompa|inovelon|' +
    'lyrica|mysoline|neurontin|perizam|phenobarbitone|rivotril|tapclob|topamax|trileptal|' +
    'vimpat|zebinix|zonegran',
  steroid: 'alkindi|betnesol|calcort|deltacortril|dexsol|dilacort|efmody|hydventia|medrone|pevanti|plenadren',
  thickener: 'multi-thick|multithick|slo drinks|slo milkshakes|swalloweze',
  'narrow-range':
    'adoport|advagraf|beta-cardone|camcolit|capimune|carbagen|dailiport|deximune|envarsus|' +
    'epanutin|jylamvo|lanoxin|li-liquid|liskonum|marevan|maxtrex|methofill|metoject|modigraf|' +
    'neoral|nordimet|nuelin|phyllocontin|priadel|prograf|sandimmun|slo-phyllin|sotacor|' +
    'tegretol|uniphyllin|zlatal',
};

/** The further brands of a class. */
export function highRiskBrands(risk: HighRiskClass): readonly string[] {
  return BRANDS[risk].split('|').filter((name) => name !== '');
}
