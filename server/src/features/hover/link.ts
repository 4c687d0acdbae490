import type { Place } from '../../project/types';

/** Turns a place into the target of a link; how, is the editor's business. */
export type Link = (place: Place) => string;
