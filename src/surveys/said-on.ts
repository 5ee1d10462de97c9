import type { Form, Question } from '../forms/form.ts'
import type { Text } from '../shared/words.ts'
import type { Answer } from './answer.ts'
import { saidIn } from './double-entry.ts'

/** A compared field in words: its question, and what an entry says in it. */
export function saidOn(form: Form, name: string) {
  const bracket = name.endsWith(']') ? name.indexOf('[') : -1
  const field =
    bracket < 0 ? { question: name } : { question: name.slice(0, bracket), row: name.slice(bracket + 1, -1) }
  const question = form.question(field.question)
  const rows = question?.type === 'matrix' ? question.rows : []
  const row = rows.find(({ value }) => String(value) === field.row)
  const title = question?.title ?? plain(name)
  return {
    title: row ? together([title, row.text], '：') : title,
    saidBy: (choices: Answer['choices']): Text | undefined => {
      const value = saidIn(choices, field)
      if (value === undefined) return undefined
      return together(
        [value].flat().map(one => textOf(question, one)),
        '、',
      )
    },
  }
}

function textOf(question: Question | undefined, value: unknown): Text {
  if (question?.type === 'boolean')
    return value === question.valueTrue ? question.labelTrue : question.labelFalse
  const choices =
    question?.type === 'matrix' ? question.columns : question && 'choices' in question ? question.choices : []
  return choices.find(one => String(one.value) === String(value))?.text ?? plain(String(value))
}

const plain = (text: string): Text => ({ 'zh-CN': text, en: text })

function together(texts: readonly Text[], between: string): Text {
  return {
    'zh-CN': texts.map(text => text['zh-CN']).join(between),
    en: texts.map(text => text.en).join(between),
  }
}
