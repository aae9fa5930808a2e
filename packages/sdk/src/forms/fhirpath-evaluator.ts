import { EhchError } from '@ehch/clinical';
import type { ExpressionEvaluator, FormDefinition, FormState } from '@ehch/clinical/form';
import type { Clock } from '@ehch/clinical/time';
import { writeQuestionnaire, writeResponse } from '@ehch/fhir/questionnaire';
import type { Model } from 'fhirpath';
import { atMoment } from './present-moment.ts';

type Json = Readonly<Record<string, unknown>>;
type Library = Pick<typeof import('fhirpath'), 'evaluate'>;

/**
 * Evaluates with fhirpath.js the expressions that our own subset of FHIRPath does not cover. A page that wants it
 * installs
 * `fhirpath` 4.11 beside the sdk. It loads at the first expression. The engine and the extension never use it.
 *
 * An expression sees the response as it would be sent (`%resource`), the form (`%questionnaire`) and its item
 * (`%context`).
 * `today()` and `now()` follow `clock`, in London. It asks no server: an expression that needs one fails, and the
 * item then says "cannot score".
 */
export function fhirpathEvaluator({ clock }: { readonly clock: Clock }): ExpressionEvaluator {
  const questionnaires = new WeakMap<FormDefinition, Json>();
  let loading: ReturnType<typeof load> | null = null;
  return {
    async evaluate({ language, text }, state, at) {
      if (language !== 'text/fhirpath') {
        throw new EhchError(
          'unsupported',
          'Only FHIRPath is evaluated. Write the expression in text/fhirpath.',
        );
      }
      // After a failed load, the next expression tries again.
      loading ??= load().catch((error: unknown) => {
        loading = null;
        throw error;
      });
      const [{ evaluate }, model] = await loading;
      const { form } = state;
      const questionnaire = questionnaires.get(form) ?? questionnaireOf(form);
      questionnaires.set(form, questionnaire);
      // The item that is being calculated has no value yet, so the expression sees it empty.
      const item = { linkId: at.replace(/\[[^[\]]*\]$/, '') };
      const path = { base: 'QuestionnaireResponse.item', expression: atMoment(text, clock()) };
      const values = evaluate(item, path, { resource: responseOf(state), questionnaire }, model, {
        async: false,
        // Without decimals, fhirpath.js rounds 13.75 to 13.7 and 1.005 to 1.
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
  // The package types every part of its model as optional, which `Model` does not.
  return [exportsOf(library), exportsOf(model) as Model];
}

/** Bundlers and Node put the exports of a CommonJS module in different places. */
function exportsOf<T extends object>(module: T & { readonly default?: T }): T {
  return module.default ?? module;
}

/** The response of a form, as a copy: fhirpath.js writes notes into its input. */
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

/**
 * The form as a Questionnaire that contains its code systems, each empty. For an option without points, fhirpath.js
 * would otherwise ask a terminology server; an empty code system answers that there are no points.
 */
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
  // fhirpath.js caches points by the form's address, and another version of the form has the same address.
  return { ...questionnaire, url: `urn:uuid:${crypto.randomUUID()}`, contained };
}

function copy(json: Json): Json {
  return JSON.parse(JSON.stringify(json)) as Json;
}

/** Accepts only values that an answer can hold. A Quantity or a Coding would lose its meaning as plain text. */
function plainValue(value: unknown): number | string | boolean {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  throw new EhchError(
    'unsupported',
    'The expression gives no number, text or boolean. Write it so that it gives plain values.',
  );
}
