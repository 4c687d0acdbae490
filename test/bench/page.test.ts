import { expect, test } from 'vitest';
import { page } from '../../bench/page';
import type { Results } from '../../bench/results';
import { summary } from '../../bench/statistics';

const results: Results = {
  begun: '2026-01-02T03:04:05.678Z',
  revision: 'abc1234',
  machine: '2 × a processor',
  hosts: 10_000,
  quick: false,
  measures: [
    {
      name: 'work',
      title: 'Some work',
      how: 'By a clock.',
      load: [0.5, 1.25],
      figures: [
        { what: 'a | b', unit: 'ms', measured: summary([1, 2, 3]), goal: 'at most 2 ms', met: true },
        { what: 'more', unit: 'ms', measured: summary([20]), goal: 'at most 16 ms', met: false },
      ],
    },
  ],
  profile: { parts: [{ what: 'model', percent: 61.25 }], functions: [] },
};

const lines = page(results).split('\n');

test.each([
  ['the machine', '- Machine: 2 × a processor.'],
  ['when, and of what', '- Measured: 2026-01-02, at commit abc1234.'],
  ['that there was no peer', '- Peer: none; what is compared with it is not judged.'],
  ['how many goals are met', '- **Goals met: 1 of 2.**'],
  ['and of which work', '| Some work | 1 of 2 |'],
  ['how it was measured', 'By a clock.'],
  ['the load', 'Load: 0.5 to 1.3.'],
  ['a goal that is met', '| a \\| b | 2 ms | 3 ms | 3 |  |  | at most 2 ms | yes |'],
  ['one that is not', '| more | 20 ms | 20 ms | 1 |  |  | at most 16 ms | NO |'],
  ['where the time goes', '| model | 61.3 % |'],
])('the page says %s', (_, line) => {
  expect(lines).toContain(line);
});
