/** Regular expressions that a name fits, and would not fit any more, or the other way round. */
import type { Analysis } from '../../analysis';
import { pythonRegex } from '../../model/python-regex';
import { sharesHost } from '../hosts-meant';
import { placeText } from '../objects';
import { symbolsOf, type Occurrence } from '../symbols';
import { patternsIn } from '../../model/names/patterns';

/** Which pattern would mean something else once the name has changed: a whole sentence. */
export function changedPattern(analysis: Analysis, bound: readonly Occurrence[], wanted: string): string | undefined {
  const definition = bound.find(
    ({ role, space }) => role === 'definition' && (space === 'host' || space === 'service'),
  );
  if (!definition) return undefined;
  const { name, space } = definition;
  const definitions = bound.filter(({ role }) => role === 'definition');
  const { project } = analysis;
  for (const file of project.files.keys()) {
    for (const object of symbolsOf(project).objectsIn(file)) {
      for (const pattern of patternsIn(object)) {
        if (pattern.space !== space) continue;
        const regex = pythonRegex(pattern.regex);
        if (regex.kind !== 'regex' || regex.matches(name) === regex.matches(wanted)) continue;
        if (space === 'service' && !definitions.some((one) => sharesHost(analysis, one, pattern))) continue;
        const [fits, other] = regex.matches(name) ? [name, wanted] : [wanted, name];
        return `r:${pattern.regex} in ${placeText(project, pattern.at)} fits ${fits} and not ${other}.`;
      }
    }
  }
  return undefined;
}
