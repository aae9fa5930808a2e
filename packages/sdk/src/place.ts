export { placeFaultWords, openPlace, placeInForce, placeTitle } from './place/place-in-force.ts';
export type { PlaceInForce, PlaceKeeper } from './place/place-in-force.ts';
export { placeShape } from './place/place-shape.ts';
export { watchPlace } from './place/watch-place.ts';
export type { PlaceWatch } from './place/watch-place.ts';
export { readPlaceFile } from './place/read-place-file.ts';
export type { PlaceFileFault, PlaceFileRead } from './place/read-place-file.ts';
