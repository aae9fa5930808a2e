/**
 * Loads the UK Core definitions into a running HAPI FHIR server, in the order of their dependencies.
 *
 *   load-definitions.ts FOLDER [BASE]    FOLDER holds codesystems, valuesets, conceptmaps and structuredefinitions as XML
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, base = 'http://127.0.0.1:8290/fhir'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Give the folder of the UK Core definitions.');

let refused = 0;
let loaded = 0;
for (const kind of ['codesystems', 'valuesets', 'conceptmaps', 'structuredefinitions']) {
  for (const file of globSync('*.xml', { cwd: join(folder, kind) }).toSorted()) {
    const text = readFileSync(join(folder, kind, file), 'utf8').replace(/^\uFEFF/, '');
    const [, type] = /<(CodeSystem|ValueSet|ConceptMap|StructureDefinition)\b/.exec(text) ?? [];
    const [, id] = /<id value="([^"]+)"/.exec(text) ?? [];
    const response = await fetch(`${base}/${type}/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+xml', prefer: 'return=minimal' },
      body: text,
    });
    await response.text();
    if (response.ok) loaded++;
    else {
      refused++;
      console.log(`${file}: ${response.status}`);
    }
  }
}
console.log(`${loaded} definitions loaded, ${refused} refused`);
process.exitCode = refused === 0 && loaded > 0 ? 0 : 1;
