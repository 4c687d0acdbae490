import { unusedRule } from './unused';

export const unusedTimeperiod = unusedRule({
  code: 'style/unused-timeperiod',
  title: 'A time period that nobody asks for',
  explain:
    'No object that is used names it: no check or notification period, no escalation, modulation or dependency, and no `exclude` of another time period.',
  includes: (space) => space === 'timeperiod',
  example: {
    bad: `
      define timeperiod {
          timeperiod_name  24x7
          monday           00:00-24:00
      }
      define timeperiod {
          timeperiod_name  holidays
          december 25      00:00-24:00
      }
      define host {
          host_name     web-1
          check_period  24x7
      }`,
    good: `
      define timeperiod {
          timeperiod_name  24x7
          monday           00:00-24:00
          exclude          holidays
      }
      define timeperiod {
          timeperiod_name  holidays
          december 25      00:00-24:00
      }
      define host {
          host_name     web-1
          check_period  24x7
      }`,
  },
});
