// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** A text that XML can hold: characters that it cannot, and for which a file would be refused as a whole, are shown as such. */
export function xmlText(text: string): string {
  return text.replace(unwritable, '\ufffd')
}
