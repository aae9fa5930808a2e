import { EhchError, type CareIntent, type ClinicalSetting, type ClinicalSettingIntent } from '@ehch/clinical';
import { news2PartWords } from '@ehch/clinical/instruments';
import { NEWS2_PART_NAMES, settingStop, STATE_TITLES, usualTotal } from '@ehch/clinical/rules';
import { NEWS2_SUBSCORES } from '../../codes/news2-subscores.ts';
import { EXTENSION, LOCAL, RECORD_ID, SNOMED } from '../../codes/systems.ts';
import type { JsonObject } from '../../entry.ts';
import { recordName } from '../../record-name.ts';
import { displayOf } from '../about.ts';
import { points, writeObservation, type ObservationParts } from '../observation.ts';
import { derivedId } from './derived-id.ts';
import { createPart, performerOf } from './finish-assessment.ts';
import type { OperationAuthor, WrittenPart } from './operation.ts';

type SettingIntent = CareIntent & { readonly what: ClinicalSettingIntent };

const ROLES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
const PERCENT = { unit: '%', system: 'http://unitsofmeasure.org', code: '%' };

/**
 * What a clinician set as an Observation, which is what the reader reads, and its Provenance, which is the marker.
 * An earlier one is not changed: the newest counts.
 * @throws {EhchError} `bad-argument` if it is not whole, or nobody with a role set it
 */
export function clinicalSettingParts(
  { id, pressedAt, what }: SettingIntent,
  author: OperationAuthor,
  subject: string,
): readonly WrittenPart[] {
  if (settingStop(what, pressedAt) !== null)
    throw new EhchError('bad-argument', 'This setting is not whole. Give every part, and who sets it.');
  const by = performerOf(author, displayOf(what.by)?.display);
  const own = derivedId(id, 1);
  const about = { subject, performer: by, newId: () => own };
  const parts = { ...partsOf(what.set, pressedAt), extension: (what.ends ?? []).map(endOf) };
  const observation = { ...writeObservation(parts, about), id: own };
  const marker: JsonObject = {
    resourceType: 'Provenance',
    id,
    target: [{ reference: `Observation/${own}` }],
    recorded: pressedAt,
    agent: [{ type: { coding: [{ system: ROLES, code: 'author' }] }, who: by }],
  };
  return [observation, marker].map(createPart);
}

/** A name and no address: an end must arrive also where what it ends never did. */
function endOf(id: string): JsonObject {
  const value = recordName(id);
  const type = value.split('/')[0] ?? '';
  const named = { identifier: { system: RECORD_ID, value } };
  return { url: EXTENSION.ends, valueReference: value.includes('/') ? { type, ...named } : named };
}

function partsOf(set: ClinicalSetting, effective: string): ObservationParts {
  const words = set.words.trim();
  const note = words === '' ? {} : { note: words };
  if (set.kind === 'spo2-target')
    return {
      code: {
        coding: [{ system: SNOMED, code: TARGET, display: 'Target peripheral oxygen saturation' }],
        text: 'Target oxygen saturation',
      },
      category: 'vital-signs',
      effective,
      ...note,
      value: { valueRange: { low: { value: set.low, ...PERCENT }, high: { value: set.high, ...PERCENT } } },
    };
  if (set.kind !== 'usual-news2')
    return { ...stateParts(set), category: 'survey', effective, ...untilOf(set) };
  return {
    code: { coding: [{ system: LOCAL, code: 'usual-news2' }], text: 'Usual NEWS2' },
    category: 'survey',
    effective,
    ...note,
    value: points(usualTotal(set.parts)),
    component: NEWS2_PART_NAMES.map((part) => ({
      code: {
        coding: [{ system: SNOMED, code: subscoreCode(part, set.scale) }],
        text: `usual points for ${news2PartWords(part)}`,
      },
      ...points(set.parts[part]),
    })),
  };
}

function untilOf({ until }: StateSetting): Pick<ObservationParts, 'until'> {
  return until === undefined ? {} : { until };
}

/**
 * An end says no, so that no program has to compare words. The words of a variation are its value, and those of an
 * end its note.
 */
function stateParts({ kind, state, words }: StateSetting): Pick<ObservationParts, 'code' | 'note' | 'value'> {
  const said = words.trim();
  const isSet = state === 'set';
  const isValue = kind === 'variation' && isSet;
  return {
    code: { coding: [{ system: LOCAL, code: kind }], text: STATE_TITLES[kind] },
    ...(said === '' || isValue ? {} : { note: said }),
    value: isValue ? { valueString: said } : { valueBoolean: isSet },
  };
}

type StateSetting = Extract<ClinicalSetting, { kind: 'last-days' | 'variation' }>;

/** SNOMED CT: Target peripheral oxygen saturation. The reader reads it. */
const TARGET = '852641000000103';

function subscoreCode(part: string, scale: 1 | 2): string {
  const found = [...NEWS2_SUBSCORES].find(([, one]) => one.part === part && (one.scale ?? scale) === scale);
  return found?.[0] ?? '';
}
