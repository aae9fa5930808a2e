// What a page needs of this package. The engine is not among it: beside it, a bundler would put the engine into the page's own script,
// which the worker loads already.
export * from './connect-engine.ts';
export * from './device/check-configuration.ts';
export * from './http/fetch-http.ts';
export type { Http } from './http/http.ts';
export * from './http/within-base.ts';
export { localBase } from './local/local-base.ts';
