/** Semantic tokens on the wire: five numbers a token, and against an earlier answer only what differs. */
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { type SemanticToken, tokenModifiers, tokenTypes } from '../features/semantic-tokens';
import type { FilePath } from '../project/types';
import type { Lines } from './convert';

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** Answers, and for each open file the last one, which the next is compared with. */
export class SemanticTokensResults {
  private readonly builders = new Map<FilePath, SemanticTokensBuilder>();

  full(file: FilePath, lines: Lines, tokens: readonly SemanticToken[]): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.builders.set(file, builder);
    return pushed(builder, lines, tokens).build();
  }

  /** The whole answer where the earlier one is not known any more. */
  delta(
    file: FilePath,
    lines: Lines,
    tokens: readonly SemanticToken[],
    previousResultId: string,
  ): SemanticTokens | SemanticTokensDelta {
    const builder = this.builders.get(file);
    if (!builder) return this.full(file, lines, tokens);
    builder.previousResult(previousResultId);
    return pushed(builder, lines, tokens).buildEdits();
  }

  range(lines: Lines, tokens: readonly SemanticToken[]): SemanticTokens {
    return pushed(new SemanticTokensBuilder(), lines, tokens).build();
  }

  forget(file: FilePath): void {
    this.builders.delete(file);
  }
}

function pushed(builder: SemanticTokensBuilder, lines: Lines, tokens: readonly SemanticToken[]): SemanticTokensBuilder {
  for (const { span, type, modifiers } of tokens) {
    const { line, character } = lines.positionAt(span.start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), bits);
  }
  return builder;
}
