import type { ExpressionEvaluator, FormDefinition, FormState } from '@ehch/clinical/form';
import type { Clock } from '@ehch/clinical/time';
import { writeQuestionnaire, writeResponse } from '@ehch/fhir/questionnaire';
import type { Model } from 'fhirpath';
import { atMoment } from './present-moment.ts';

type Json = Readonly<Record<string, unknown>>;
type Library = Pick<typeof import('fhirpath'), 'evaluate'>;

/**
 * Evaluates with fhirpath.js what our own subset of FHIRPath does not cover. For a page that wants it: install `fhirpath`
 * 4.11 beside the sdk; it is loaded at the first expression, and not before. Never for the engine or the extension.
 *
 * It is given the response as it would be sent (`%resource`), the form (`%questionnaire`) and the item itself (`%context`).
 * `today()` and `now()` are those of `clock`, in London. It asks no server: an expression that needs one fails, and the item
 * then says "cannot score".
 */
export function fhirpathEvaluator({ clock }: { readonly clock: Clock }): ExpressionEvaluator {
  const questionnaires = new WeakMap<FormDefinition, Json>();
  let loading: ReturnType<typeof load> | null = null;
  return {
    async evaluate({ language, text }, state, at) {
      if (language !== 'text/fhirpath') throw new Error('Only FHIRPath is evaluated.');
      // What could not be loaded once is not lost for ever.
      loading ??= load().catch((error: unknown) => {
        loading = null;
        throw error;
      });
      const [{ evaluate }, model] = await loading;
      const { form } = state;
      const questionnaire = questionnaires.get(form) ?? questionnaireOf(form);
      questionnaires.set(form, questionnaire);
      // What is being calculated has no value yet: its item is there, and empty.
      const item = { linkId: at.replace(/\[[^[\]]*\]$/, '') };
      const path = { base: 'QuestionnaireResponse.item', expression: atMoment(text, clock()) };
      const values = evaluate(item, path, { resource: responseOf(state), questionnaire }, model, {
        async: false,
        // Its binary mode makes 13.7 of 13.75, and 1 of 1.005.
        preciseMath: true,
      });
      return values.map(plainValue);
    },
  };
}

async function load(): Promise<readonly [Library, Model]> {
  const [library, model] = await Promise.all([
    import('fhirpath'),
    import('fhirpath/fhir-context/r4/index.js'),
  ]);
  // Its types say of each part of the model that it may be missing.
  return [exportsOf(library), exportsOf(model) as Model];
}

/** Of a CommonJS module, bundlers and Node put the exports in different places. */
function exportsOf<T extends object>(module: T & { readonly default?: T }): T {
  return module.default ?? module;
}

/** fhirpath.js writes notes into what it is given, so it is given its own. */
function responseOf(state: FormState): Json {
  const { form, draft } = state;
  return copy(
    writeResponse(form, draft, {
      status: 'in-progress',
      subject: 'Patient/unnamed',
      authored: draft.changedAt,
      state,
    }),
  );
}

/** With its code systems, empty: of an option without points fhirpath.js would ask a server for them, and there are none. */
function questionnaireOf(form: FormDefinition): Json {
  const questionnaire = copy(writeQuestionnaire(form));
  const systems = new Set(
    [...JSON.stringify(questionnaire).matchAll(/"valueCoding":\{"system":"([^"]*)"/g)].map(([, url]) => url),
  );
  const contained = [...systems].map((url, i) => ({
    resourceType: 'CodeSystem',
    id: `system-${i}`,
    url,
    status: 'active',
    content: 'not-present',
  }));
  // It remembers points by the address of the form, which another version of it has as well.
  return { ...questionnaire, url: `urn:uuid:${crypto.randomUUID()}`, contained };
}

function copy(json: Json): Json {
  return JSON.parse(JSON.stringify(json)) as Json;
}

function plainValue(value: unknown): number | string | boolean {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  throw new Error('The value is no number, text or boolean.');
}
