export * from './engine.ts';
export * from './connect-engine.ts';
export * from './http/fetch-http.ts';
export type * from './http/http.ts';
export * from './http/within-base.ts';
export type * from './port/endpoint.ts';
export * from './protocol.ts';
export * from './serve-engine.ts';
