import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assessments } from '@ehch/clinical/assessment';
import { formOfInstrument, type FormDefinition } from '@ehch/clinical/form';
import { instruments, totalExpression } from '@ehch/clinical/instruments';
import { readQuestionnaire, withInstrumentTotals, writeQuestionnaire } from '@ehch/fhir/questionnaire';

type Json = Readonly<Record<string, unknown>>;

/** A Questionnaire and the form that we read from it. */
export interface ImportedForm {
  readonly name: string;
  readonly kind: 'instrument' | 'assessment' | 'shared';
  readonly questionnaire: Json;
  readonly form: FormDefinition;
}

/** Questionnaires of other authors, kept outside this repository. */
const SHARED = fileURLToPath(new URL('../../../../../shared/', import.meta.url));

export const sharedAreHere = existsSync(`${SHARED}data/questionnaires`);

/** Every instrument and template of ours with a total, and every shared form that calculates anything. */
export function importedForms(): readonly ImportedForm[] {
  const own = instruments
    .filter((each) => totalExpression(each) !== null)
    .map((each) => ({ name: each.id, kind: 'instrument' as const, form: formOfInstrument(each) }));
  const templates = assessments.map((form) => ({
    name: `${form.id} ${form.version}`,
    kind: 'assessment' as const,
    form: form as FormDefinition,
  }));
  const written = [...own, ...templates].map(({ name, kind, form }) => ({
    name,
    kind,
    json: plain(writeQuestionnaire(withInstrumentTotals(form, instruments))),
  }));
  const shared = !sharedAreHere
    ? []
    : ['bench/', 'data/questionnaires/'].flatMap((folder) =>
        readdirSync(SHARED + folder)
          .filter((name) => name.endsWith('.json'))
          .map((name) => ({
            name: name.replace(/\.json$/, ''),
            kind: 'shared' as const,
            json: JSON.parse(readFileSync(SHARED + folder + name, 'utf8')) as Json,
          })),
      );
  return [...written, ...shared].flatMap(({ name, kind, json }) => {
    const { form } = readQuestionnaire(json);
    const calculates = JSON.stringify(json).includes('sdc-questionnaire-calculatedExpression');
    return form === null || !calculates ? [] : [{ name, kind, questionnaire: answerable(json), form }];
  });
}

function plain(json: Json): Json {
  return JSON.parse(JSON.stringify(json)) as Json;
}

/**
 * Adds the code systems to a Questionnaire, each empty. For an option without points, fhirpath.js would otherwise ask a
 * terminology server, which would also answer "no points".
 */
function answerable(json: Json): Json {
  const systems = [...JSON.stringify(json).matchAll(/"valueCoding":\{[^{}]*"system":"([^"]*)"/g)].map(
    ([, url]) => url,
  );
  const contained = [...new Set(systems)].map((url, i) => ({
    resourceType: 'CodeSystem',
    id: `no-points-${i}`,
    url,
    status: 'active',
    content: 'not-present',
  }));
  const before = Array.isArray(json['contained']) ? (json['contained'] as readonly unknown[]) : [];
  return { ...json, contained: [...before, ...contained] };
}
