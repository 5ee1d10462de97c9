const tag = /<\/?(?:p|br|b|strong|em|i|u|ul|ol|li|h[2-4]|small)\s*\/?>/gi

/** Whether text holds nothing but words and a few tags without attributes, so that it can be put into a page as it is. */
export function isSafeMarkup(html: string): boolean {
  return !/[<>]/.test(html.replace(tag, ''))
}
