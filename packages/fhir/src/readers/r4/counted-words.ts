import { byCode } from '../../by-code.ts';
import { conceptWords } from '../../coding.ts';
import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';
import { joined, words } from '../../text.ts';
import { concept, reference } from './datatypes.ts';
import { shownText } from './elements/words.ts';
import { isHeld, type CountedRecord, type PatientRecord } from './record.ts';

/** What a counted record says beside its name, in words: "nil by mouth", "severity high". */
export function countedDetails(record: PatientRecord, { type, ...place }: CountedRecord): string | null {
  const details = DETAILS[type]?.(place.raw, (value) => namedIn(record, place, value)) ?? [];
  const notes = listAt(place.raw, 'note').map((note) => words(textAt(note, 'text')));
  return joined([...new Set([...details, ...notes])], '; ');
}

/** Finds the words of a reference to another record. */
type NameIn = (value: unknown) => string | null;

/** Sentences that say what to do or to fear. The kinds without them say it in their name. */
const DETAILS = byCode<(raw: JsonObject, name: NameIn) => readonly (string | null)[]>({
  NutritionOrder: dietDetails,
  DetectedIssue: (raw, name) => [
    words(textAt(raw, 'detail')),
    labelled('severity', textAt(raw, 'severity')),
    labelled('about', joined(listAt(raw, 'implicated').map(name), ', ')),
    ...listAt(raw, 'mitigation').map((one) => labelled('done about it', said(part(one, 'action')))),
  ],
  RiskAssessment: (raw) => [
    ...listAt(raw, 'prediction').map(predictionWords),
    labelled('to lessen it', textAt(raw, 'mitigation')),
  ],
  ClinicalImpression: (raw, name) => [
    labelled(
      'findings',
      joined(
        listAt(raw, 'finding').map(
          (one) => said(part(one, 'itemCodeableConcept')) ?? name(part(one, 'itemReference')),
        ),
        ', ',
      ),
    ),
    labelled('prognosis', every(listAt(raw, 'prognosisCodeableConcept'))),
    labelled('because', said(raw['statusReason'])),
  ],
  MedicationDispense: (raw) => [labelled('because', said(raw['statusReasonCodeableConcept']))],
  MedicationAdministration: (raw) => [
    labelled('because', every(listAt(raw, 'statusReason'))),
    words(textAt(raw['dosage'], 'text')) ?? shownText(part(raw['dosage'], 'dose')),
  ],
  DiagnosticReport: (raw) => [every(listAt(raw, 'conclusionCode'))],
  DeviceUseStatement: (raw) => [
    labelled('where', said(raw['bodySite'])),
    labelled('until', shownText(textAt(raw['timingPeriod'], 'end'))),
  ],
  AdverseEvent: (raw, name) => [
    labelled(
      'suspected',
      joined(
        listAt(raw, 'suspectEntity').map((one) => name(part(one, 'instance'))),
        ', ',
      ),
    ),
    labelled('seriousness', said(raw['seriousness'])),
    labelled('severity', said(raw['severity'])),
    labelled('outcome', said(raw['outcome'])),
  ],
});

function dietDetails(raw: JsonObject): readonly (string | null)[] {
  const { oralDiet, enteralFormula } = raw;
  return [
    every(listAt(oralDiet, 'type')),
    ...listAt(oralDiet, 'texture').map((one) =>
      labelled('texture', joined([said(part(one, 'modifier')), said(part(one, 'foodType'))], ', ')),
    ),
    ...listAt(oralDiet, 'nutrient').map((one) =>
      labelled('amount of', joined([said(part(one, 'modifier')), shownText(part(one, 'amount'))], ' ')),
    ),
    labelled('fluids', every(listAt(oralDiet, 'fluidConsistencyType'))),
    words(textAt(oralDiet, 'instruction')),
    ...listAt(raw, 'supplement').map((one) =>
      labelled(
        'supplement',
        joined([said(part(one, 'type')), textAt(one, 'productName'), textAt(one, 'instruction')], ', '),
      ),
    ),
    labelled(
      'by tube',
      joined(
        [
          said(part(enteralFormula, 'baseFormulaType')),
          textAt(enteralFormula, 'baseFormulaProductName'),
          textAt(enteralFormula, 'administrationInstruction'),
        ],
        ', ',
      ),
    ),
    labelled('without', every(listAt(raw, 'excludeFoodModifier'))),
    labelled('preference', every(listAt(raw, 'foodPreferenceModifier'))),
  ];
}

function predictionWords(prediction: unknown): string | null {
  const probability = part(prediction, 'probabilityDecimal') ?? part(prediction, 'probabilityRange');
  return joined(
    [
      said(part(prediction, 'outcome')),
      said(part(prediction, 'qualitativeRisk')),
      labelled('probability', shownText(probability)),
      labelled('relative risk', shownText(part(prediction, 'relativeRisk'))),
      labelled('within', shownText(part(prediction, 'whenRange') ?? part(prediction, 'whenPeriod'))),
      textAt(prediction, 'rationale'),
    ],
    ', ',
  );
}

function part(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function said(value: unknown): string | null {
  return conceptWords(concept.safeParse(value).data, new Set());
}

function every(values: readonly unknown[]): string | null {
  return joined(values.map(said), ', ');
}

function labelled(label: string, text: string | null): string | null {
  return text === null ? null : `${label}: ${text}`;
}

function namedIn(record: PatientRecord, place: Omit<CountedRecord, 'type'>, value: unknown): string | null {
  const named = reference.safeParse(value).data;
  const target = record.resolve(named, place);
  const code = isHeld(target, 'Medication', 'Condition', 'AllergyIntolerance', 'Observation')
    ? target.value.code
    : isHeld(target, 'MedicationRequest', 'MedicationStatement')
      ? target.value.medicationCodeableConcept
      : undefined;
  return conceptWords(code, new Set()) ?? words(named?.display);
}
