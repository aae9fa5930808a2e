// The records of a home that nobody lives in: 100 residents with 300 resources each, 33 MB of JSON. Always the same.

export const RESIDENTS = 100;
export const RESOURCES_EACH = 300;
/** How many resources change after the load: three of each resident. */
export const CHANGED = 300;

/** A resource as the server holds it, with what the server searches by. */
export interface BenchResource {
  readonly type: string;
  readonly id: string;
  readonly resident: string;
  readonly updated: string;
  /** Its category, for an Observation that a search by code does not find. */
  readonly category: 'survey' | null;
  readonly text: string;
}

interface Kind {
  readonly type: string;
  readonly each: number;
  /** Bytes, from and to. */
  readonly size: readonly [number, number];
}

/** Ten types. Six in ten resources are Observations, as in a record with vital signs. */
const KINDS: readonly Kind[] = [
  { type: 'Patient', each: 1, size: [1300, 1700] },
  { type: 'Observation', each: 186, size: [640, 1190] },
  { type: 'MedicationRequest', each: 24, size: [1000, 1400] },
  { type: 'Condition', each: 18, size: [700, 1100] },
  { type: 'Encounter', each: 16, size: [750, 1150] },
  { type: 'CarePlan', each: 6, size: [2500, 3000] },
  { type: 'Task', each: 20, size: [800, 1200] },
  { type: 'AllergyIntolerance', each: 3, size: [700, 1100] },
  { type: 'QuestionnaireResponse', each: 14, size: [2900, 3300] },
  { type: 'DocumentReference', each: 12, size: [1200, 1600] },
];
/** Every eighth Observation is written in words, and a search by code does not find it. */
const IN_WORDS_EVERY = 8;

const FIRST = Date.parse('2026-08-01T00:00:00Z');
/** Milliseconds between two writes: the records of about 90 days. */
const STEP = 259_000;
const CHANGED_AT = Date.parse('2026-11-01T00:00:00Z');

export const residentId = (index: number): string => `resident-${String(index).padStart(3, '0')}`;

/** All resources in the order of their writing, which goes round all residents. */
export function homeRecords(): readonly BenchResource[] {
  const random = randomFrom(20_261_121);
  const kinds = KINDS.flatMap((kind) => Array.from({ length: kind.each }, (_, nth) => ({ kind, nth })));
  // A fixed shuffle, so that every page has every type. The Patients come first, as a server got them first.
  const order = kinds
    .map((each) => ({ ...each, at: each.kind.type === 'Patient' ? -1 : random() }))
    .sort((a, b) => a.at - b.at);
  return order.flatMap(({ kind, nth }, round) =>
    Array.from({ length: RESIDENTS }, (_, index) =>
      made(kind, nth, residentId(index), { version: 1, at: FIRST + (round * RESIDENTS + index) * STEP }),
    ),
  );
}

/** The newer versions of some of them: an Observation, a Task and a MedicationRequest of each resident. */
export function changedRecords(): readonly BenchResource[] {
  return ['Observation', 'Task', 'MedicationRequest'].flatMap((type, round) => {
    const kind = KINDS.find((each) => each.type === type);
    return Array.from({ length: RESIDENTS }, (_, index) => {
      if (kind === undefined) throw new RangeError(`No resource is made of the type ${type}.`);
      const at = CHANGED_AT + (round * RESIDENTS + index) * STEP;
      return made(kind, index % kind.each, residentId(index), { version: 2, at });
    });
  });
}

function made(
  { type, size }: Kind,
  nth: number,
  resident: string,
  { version, at }: { readonly version: number; readonly at: number },
): BenchResource {
  const id = type === 'Patient' ? resident : `${resident}-${type.toLowerCase()}-${nth}`;
  const random = randomFrom(hashOf(id) + version);
  const updated = new Date(at).toISOString();
  const category = type === 'Observation' && nth % IN_WORDS_EVERY === 0 ? 'survey' : null;
  const body = {
    resourceType: type,
    id,
    meta: { versionId: String(version), lastUpdated: updated },
    ...contentOf(type, nth, resident, random, category),
  };
  const [from, to] = size;
  const missing = Math.floor(from + random() * (to - from)) - JSON.stringify(body).length;
  const text = JSON.stringify({ ...body, text: { status: 'additional', div: words(random, missing - 45) } });
  return { type, id, resident, updated, category, text };
}

/** What the resource says, in the fields by which a server and the engine place it. */
function contentOf(
  type: string,
  nth: number,
  resident: string,
  random: () => number,
  category: BenchResource['category'],
): object {
  const subject = { reference: `Patient/${resident}` };
  switch (type) {
    case 'Patient':
      return { active: true, name: [{ use: 'official', family: resident }] };
    case 'Observation':
      return {
        status: 'final',
        subject,
        ...(category === null ? {} : { category: [{ coding: [{ code: category }] }] }),
        code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }] },
        effectiveDateTime: new Date(FIRST + nth * 43_200_000).toISOString(),
        valueQuantity: {
          value: 60 + Math.floor(random() * 40),
          unit: '/min',
          system: 'http://unitsofmeasure.org',
          code: '/min',
        },
      };
    case 'Task':
      return { status: 'requested', intent: 'order', for: subject, description: `Task ${nth}` };
    case 'AllergyIntolerance':
      return { patient: subject, code: { text: `Allergy ${nth}` } };
    case 'MedicationRequest':
      return {
        status: 'active',
        intent: 'order',
        subject,
        medicationCodeableConcept: { text: `Medicine ${nth}` },
      };
    default:
      return { status: 'completed', subject, description: `${type} ${nth}` };
  }
}

const WORDS =
  'the resident slept well and ate half of lunch with help from staff who noted no pain or distress'.split(
    ' ',
  );

function words(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += `${WORDS[Math.floor(random() * WORDS.length)] ?? ''} `;
  return text.slice(0, Math.max(0, length));
}

/** Numbers from 0 to below 1, always the same for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hashOf(text: string): number {
  return Array.from(text, (each) => each.charCodeAt(0)).reduce(
    (hash, code) => Math.imul(hash ^ code, 16_777_619) >>> 0,
    2_166_136_261,
  );
}
