/**
 * `Content-Disposition` for a file of this name. It is given twice (RFC 6266): as it is, encoded by RFC 5987, and in ASCII for
 * what reads only that.
 */
export function disposition(way: 'inline' | 'attachment', name: string): string {
  // What cannot be written in a quoted string of ASCII, and a percent sign, which some browsers decode there.
  const plain = name.replace(/[^\x20-\x7e]|["%\\]/g, '_')
  return `${way}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`
}

/** As RFC 5987 says: what `encodeURIComponent` leaves and that does not allow is encoded, too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
