import { describe, expect, test } from 'vitest';
import { becomes, refactored, titles } from './support';

const title = /^Put directives in the usual order$/;

describe('the usual order of directives', () => {
  test('comments go with what they stand above, macros come last', () => {
    const before = `
      define host {
          _PORT           80
          # Often.
          check_interval  5 ; minutes
          nonsense        1
          use             generic$0

          host_name       web-1
          contacts        a,\\
                          b
      }
      `;
    expect(refactored(before, title)).toBe(
      becomes(`
      define host {
          host_name       web-1
          use             generic
          # Often.
          check_interval  5 ; minutes
          contacts        a,\\
                          b

          nonsense        1
          _PORT           80
      }
      `),
    );
  });
  test('templates begin with their own name', () => {
    expect(refactored('define host {\n    use a$0\n    register 0\n    name b\n}\n', title)).toBe(
      '#- shinken.cfg\ndefine host {\n    name b\n    register 0\n    use a\n}\n',
    );
  });
  test.each([
    ['in order already', 'define host {\n    host_name a$0\n    use b\n}\n'],
    ['written twice', 'define host {\n    use a$0\n    contacts b\n    contacts c\n    host_name a\n}\n'],
    ['time periods', 'define timeperiod {\n    alias a$0\n    timeperiod_name b\n}\n'],
    ['not closed', 'define host {\n    use b$0\n    host_name a\n'],
  ])('is not offered: %s', (_why, text) => {
    expect(titles(text).filter((one) => title.test(one))).toEqual([]);
  });
});
