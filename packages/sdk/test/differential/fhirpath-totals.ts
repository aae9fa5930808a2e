import { itemKey } from '@ehch/clinical/form';
import fhirpath, { type Model } from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

type Json = Readonly<Record<string, unknown>>;
type Values = readonly unknown[];

const CALCULATED = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const VARIABLE = 'http://hl7.org/fhir/StructureDefinition/variable';
const ROW = 'https://ehch-kit.example/StructureDefinition/form-row';

/** The result of fhirpath.js for a calculated item: its values, or its error message. */
export type Oracle = { readonly values: Values } | { readonly error: string };

/**
 * The oracle: fhirpath.js evaluates every calculated item of a Questionnaire from its own text, on a response. It
 * runs in decimal mode, because its binary mode rounds 13.75 to 13.7. Only the keys of the comparison come from our
 * code.
 */
export function fhirpathTotals(questionnaire: Json, response: Json): ReadonlyMap<string, Oracle> {
  const found = new Map<string, Oracle>();
  const resource = JSON.parse(JSON.stringify(response)) as Json;
  // Gives every item its path, so that `weight()` finds the question when an expression begins at an item.
  if (beginsAtItems(questionnaire))
    run(resource, 'QuestionnaireResponse.descendants().where(linkId.exists())', {});
  const base = { resource, questionnaire };
  walk(
    list(questionnaire['item']),
    list(resource['item']),
    [],
    withVariables(base, questionnaire, [resource]),
  );
  return found;

  function walk(
    items: readonly Json[],
    answered: readonly Json[],
    path: readonly string[],
    outer: Json,
  ): void {
    for (const item of items) {
      const { linkId } = item;
      const here = answered.filter((each) => each['linkId'] === linkId);
      const under = list(item['item']);
      if (item['type'] === 'group') {
        for (const [i, one] of (here.length === 0 ? [undefined] : here).entries()) {
          const row = item['repeats'] === true ? [...path, rowName(one) ?? String(i + 1)] : path;
          walk(under, list(one?.['item']), row, withVariables(outer, item, one === undefined ? [] : [one]));
        }
        continue;
      }
      const env = withVariables(outer, item, here);
      const text = expressionsAt(item, CALCULATED)[0]?.text;
      if (text !== undefined) found.set(itemKey(String(linkId), path), outcome(here, text, env));
      const answers = here.flatMap((each) => list(each['answer']));
      const rowed = item['repeats'] === true && under.length > 0;
      for (const [i, answer] of (answers.length === 0 ? [{}] : answers).entries())
        walk(under, list(answer['item']), rowed ? [...path, String(i + 1)] : path, env);
    }
  }
}

const begins = new WeakMap<Json, boolean>();

function beginsAtItems(questionnaire: Json): boolean {
  const known = begins.get(questionnaire) ?? JSON.stringify(questionnaire).includes(`"${VARIABLE}"`);
  begins.set(questionnaire, known);
  return known;
}

/** Adds the variables of an item to those around it. Variables may use each other in any order. */
function withVariables(outer: Json, owner: Json, context: Values): Json {
  let open = [...expressionsAt(owner, VARIABLE), ...expressionsAt(owner, CALCULATED)].filter(
    ({ name }) => name !== undefined,
  );
  let env = outer;
  for (let before = -1; before !== open.length;) {
    before = open.length;
    open = open.filter(({ name = '', text }) => {
      const result = outcome(context, text, env);
      if ('error' in result) return true;
      env = { ...env, [name]: result.values };
      return false;
    });
  }
  return env;
}

interface Written {
  readonly name?: string;
  readonly text: string;
}

function expressionsAt(owner: Json, url: string): readonly Written[] {
  return list(owner['extension']).flatMap((each) => {
    if (each['url'] !== url) return [];
    const { name, expression } = each['valueExpression'] as { name?: string; expression: string };
    return [{ ...(name === undefined ? {} : { name }), text: expression }];
  });
}

function outcome(context: Values, text: string, env: Json): Oracle {
  try {
    return { values: run(context, text, env) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The package types every part of its model as optional, which `Model` does not. */
const MODEL = r4 as Model;
const compiled = new Map<string, ReturnType<typeof fhirpath.compile<{ async: false }>>>();

function run(context: unknown, text: string, env: Json): Values {
  let evaluate = compiled.get(text);
  if (evaluate === undefined) {
    evaluate = fhirpath.compile(text, MODEL, { async: false, preciseMath: true });
    compiled.set(text, evaluate);
  }
  return evaluate(context, { ...env });
}

function rowName(item: Json | undefined): string | undefined {
  const [own] = list(item?.['extension']).filter(({ url }) => url === ROW);
  const name = own?.['valueString'];
  return typeof name === 'string' ? name : undefined;
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
