import { referenceRule } from '../references';

export const unknownModulation = referenceRule({
  targets: ['checkmodulation', 'macromodulation', 'resultmodulation', 'businessimpactmodulation'],
  code: 'arbiter/unknown-modulation',
  title: 'A modulation that is not defined',
  explain:
    'The arbiter refuses a host or a service that names a check, macro or business impact modulation it does not know; an unknown result modulation it only warns of and leaves out. An empty name in `checkmodulations` or `macromodulations` is refused too: leave the line out.',
  example: {
    bad: `
      define macromodulation {
          macromodulation_name  night
          _WARN                 90
      }
      define host {
          host_name      web-1
          macromodulations  nigth
      }`,
    good: `
      define macromodulation {
          macromodulation_name  night
          _WARN                 90
      }
      define host {
          host_name      web-1
          macromodulations  night
      }`,
  },
});
