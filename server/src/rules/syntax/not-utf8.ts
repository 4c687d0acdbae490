import { syntaxRule } from './syntax-rule';

export const notUtf8 = syntaxRule({
  kind: 'not-utf8',
  severity: 'warning',
  title: 'A byte that is not UTF-8',
  explain:
    'Files are read as UTF-8. Shinken 2.4 puts a replacement character where a byte does not fit, in names as well, and says nothing; 3.0 crashes. Save the file as UTF-8.',
  example: { bad: 'admin_email=J\ufffdrgen', good: 'admin_email=Jürgen' },
  message: (_, model) =>
    model.options.dialect === '3.0'
      ? 'This is not UTF-8: the arbiter crashes when it reads the file.'
      : 'This is not UTF-8: Shinken reads a replacement character here.',
  severityOf: (_, model) => (model.options.dialect === '3.0' ? 'error' : 'warning'),
});
