import { parentPort } from 'node:worker_threads';
import { compare } from './compare.ts';
import { importedForms } from './forms.ts';

const forms = importedForms();

parentPort?.on('message', ({ name, sets, seed }: { name: string; sets: number; seed: number }) => {
  const form = forms.find((each) => each.name === name);
  if (form === undefined) throw new Error(`There is no form ${name}`);
  parentPort?.postMessage(compare(form, sets, seed));
});
