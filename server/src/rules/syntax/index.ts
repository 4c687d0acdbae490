import type { Rule } from '../rule';
import { backslashSContinues } from './backslash-s-continues';
import { byteOrderMark } from './byte-order-mark';
import { commentContinues } from './comment-continues';
import { continuationAtEnd } from './continuation-at-end';
import { continuationSwallowsClose } from './continuation-swallows-close';
import { defineInsideObject } from './define-inside-object';
import { equalsBeforeValue } from './equals-before-value';
import { equalsInObject } from './equals-in-object';
import { hashInValue } from './hash-in-value';
import { missingOpen } from './missing-open';
import { noBreakSpace } from './no-break-space';
import { notUtf8 } from './not-utf8';
import { oneLineDefine } from './one-line-define';
import { strayClose } from './stray-close';
import { strayOpen } from './stray-open';
import { textAfterClose } from './text-after-close';
import { textAfterOpen } from './text-after-open';
import { unclosedAtEnd } from './unclosed-at-end';
import { unclosedBeforeDefine } from './unclosed-before-define';

/** One line a rule, in the alphabet's order of their files. */
export const syntaxRules: readonly Rule[] = [
  backslashSContinues,
  byteOrderMark,
  commentContinues,
  continuationAtEnd,
  continuationSwallowsClose,
  defineInsideObject,
  equalsBeforeValue,
  equalsInObject,
  hashInValue,
  missingOpen,
  noBreakSpace,
  notUtf8,
  oneLineDefine,
  strayClose,
  strayOpen,
  textAfterClose,
  textAfterOpen,
  unclosedAtEnd,
  unclosedBeforeDefine,
];
