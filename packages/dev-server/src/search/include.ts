import type { DevRepository } from '../repository/dev-repository.ts';
import type { Version } from '../repository/version.ts';
import type { FhirResource } from '../resource.ts';
import { referenceOf } from './reference.ts';
import type { Include, SearchRequest } from './request.ts';
import { valuesOf } from './values.ts';

/** Steps that `:iterate` follows. Real includes end after two or three; the limit also ends a ring. */
const MOST_STEPS = 10;

/** The resources that a search's includes add to a page of matches, each once. */
export function included(
  repository: DevRepository,
  request: SearchRequest,
  matches: readonly Version[],
  base: string,
): Version[] {
  const seen = new Set(matches.map(keyOf));
  const found: Version[] = [];
  let frontier: readonly Version[] = matches;
  for (let step = 0; step < MOST_STEPS && frontier.length > 0; step += 1) {
    const next: Version[] = [];
    for (const version of [...forward(), ...backward()]) {
      if (seen.has(keyOf(version))) continue;
      seen.add(keyOf(version));
      next.push(version);
    }
    found.push(...next);
    frontier = next;

    function* forward(): Generator<Version> {
      for (const include of request.includes.filter((one) => step === 0 || one.iterate)) {
        for (const version of frontier) yield* pointedTo(repository, include, version, base);
      }
    }
    function* backward(): Generator<Version> {
      for (const include of request.revIncludes.filter((one) => step === 0 || one.iterate)) {
        for (const version of frontier) yield* pointingAt(repository, include, version, base);
      }
    }
  }
  return found;
}

function* pointedTo(
  repository: DevRepository,
  include: Include,
  from: Version,
  base: string,
): Generator<Version> {
  if (from.type !== include.from || from.json === null) return;
  for (const value of valuesOf(JSON.parse(from.json) as FhirResource, include.rule)) {
    const [type, id] = relative(referenceOf(value) ?? '', base).split('/');
    if (type === undefined || id === undefined || (include.target !== null && type !== include.target))
      continue;
    const version = repository.newest(type, id);
    if (version?.json) yield version;
  }
}

function* pointingAt(
  repository: DevRepository,
  include: Include,
  at: Version,
  base: string,
): Generator<Version> {
  if (include.target !== null && at.type !== include.target) return;
  const target = keyOf(at);
  for (const version of repository.living(include.from, { references: [[target, `${base}/${target}`]] })) {
    const resource = JSON.parse(version.json ?? '{}') as FhirResource;
    const refers = valuesOf(resource, include.rule).some(
      (value) => relative(referenceOf(value) ?? '', base) === target,
    );
    if (refers) yield version;
  }
}

function relative(reference: string, base: string): string {
  return reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
}

function keyOf(version: Version): string {
  return `${version.type}/${version.id}`;
}
