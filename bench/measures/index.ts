import type { Measure } from '../measure';
import { check } from './check';
import { growth } from './growth';
import { idle } from './idle';
import { keystroke } from './keystroke';
import { memory } from './memory';
import { parsing } from './parsing';
import { requests } from './requests';
import { startup } from './startup';
import { template } from './template';

/** In the order in which they are run and told. */
export const measures: readonly Measure[] = [
  check,
  growth,
  parsing,
  keystroke,
  template,
  requests,
  memory,
  startup,
  idle,
];
