import { unusedRule } from './unused';

export const unusedModulation = unusedRule({
  code: 'style/unused-modulation',
  title: 'A modulation that modulates nothing',
  explain:
    'No host, service or contact that is used names it in `checkmodulations`, `macromodulations`, `resultmodulations` or `business_impact_modulations`.',
  includes: (space) => space.endsWith('modulation'),
  example: {
    bad: `
      define macromodulation {
          macromodulation_name  night
          _WARN                 95
      }
      define host {
          host_name  web-1
      }`,
    good: `
      define macromodulation {
          macromodulation_name  night
          _WARN                 95
      }
      define host {
          host_name         web-1
          macromodulations  night
      }`,
  },
});
