import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** UK Core's R4 sequence as XML (NHS Digital and HL7 UK, Apache-2.0). It lies beside the repository where there is a copy. */
const DEFINITIONS = join(import.meta.dirname, '../../../shared/data/ukcore-definitions');

export interface Loaded {
  readonly loaded: number;
  readonly refused: readonly string[];
}

/** Loads the UK Core definitions in the order of their dependencies. `null`: they are not on this machine. */
export async function loadUkCore(base: string, folder = DEFINITIONS): Promise<Loaded | null> {
  if (!existsSync(folder)) return null;
  const refused: string[] = [];
  let loaded = 0;
  for (const kind of ['codesystems', 'valuesets', 'conceptmaps', 'structuredefinitions'])
    for (const file of globSync('*.xml', { cwd: join(folder, kind) }).toSorted()) {
      const status = await put(base, readFileSync(join(folder, kind, file), 'utf8').replace(/^\uFEFF/, ''));
      if (status < 300) loaded += 1;
      else refused.push(`${file}: ${status}`);
    }
  return { loaded, refused };
}

async function put(base: string, text: string): Promise<number> {
  const [, type] = /<(CodeSystem|ValueSet|ConceptMap|StructureDefinition)\b/.exec(text) ?? [];
  const [, id] = /<id value="([^"]+)"/.exec(text) ?? [];
  const response = await fetch(`${base}/${type}/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+xml', prefer: 'return=minimal' },
    body: text,
  });
  await response.text();
  return response.status;
}
