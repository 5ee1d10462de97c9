import { z } from 'zod'

/** Keys that only arrange things on a page: taken, without effect here, and told as warnings. */
const layout = [
  'startWithNewLine',
  'titleLocation',
  'descriptionLocation',
  'errorLocation',
  'hideNumber',
  'width',
  'minWidth',
  'maxWidth',
  'indent',
  'state',
  'colCount',
  'separateSpecialChoices',
  'renderAs',
  'displayMode',
  'rateType',
  'rateCount',
  'autoGrow',
  'correctAnswer',
  'showSelectAllItem',
  'allowClear',
  'questionTitleLocation',
  'showNumber',
  'widthMode',
  'logoPosition',
  'headerView',
  'showTOC',
  'showProgressBar',
  'progressBarType',
  'showQuestionNumbers',
  'requiredMark',
  'requiredText',
  'questionErrorLocation',
  'showPreviewBeforeComplete',
  'showCompletedPage',
  'showNavigationButtons',
  'completeText',
  'pageNextText',
  'pagePrevText',
  'completedHtml',
  'fitToContainer',
  'showTitle',
  'showPageTitles',
  'showPageNumbers',
  'focusFirstQuestionAutomatic',
  'checkErrorsMode',
  'textUpdateMode',
  'previewText',
  'editText',
  'autoGrowComment',
  'allowResizeComment',
  'allowResize',
  'acceptCarriageReturn',
  'autocomplete',
  'size',
  'cols',
] as const

export const layoutKeys: ReadonlySet<string> = new Set(layout)

const anything = z.unknown().optional()
/** The same as a part of a schema. */
export const optionalLayout = Object.fromEntries(layout.map(key => [key, anything])) as Record<
  (typeof layout)[number],
  typeof anything
>
