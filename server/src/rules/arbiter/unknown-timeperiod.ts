import { referenceRule } from '../references';

export const unknownTimeperiod = referenceRule({
  targets: ['timeperiod'],
  code: 'arbiter/unknown-timeperiod',
  title: 'A time period that is not defined',
  explain:
    'The arbiter refuses an object that names a time period it does not know, wherever it is named: checks, notifications, maintenance, escalations, modulations. In `exclude` of another time period it prints an error, leaves the name out and goes on. For all day, every day, define a period with seven lines `00:00-24:00`.',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  office
          monday           08:00-18:00
      }
      define host {
          host_name      web-1
          check_period   ofice
      }`,
    good: `
      define timeperiod {
          timeperiod_name  office
          monday           08:00-18:00
      }
      define host {
          host_name      web-1
          check_period   office
      }`,
  },
});
