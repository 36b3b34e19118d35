/** A kind of file that is not text in rows, though its name may say so. */
export type ForeignType = "xlsx" | "ods" | "zip" | "xls" | "gzip" | "pdf" | "html"

const magic: ReadonlyArray<readonly [start: string, type: ForeignType]> = [
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["PK\x07\x08", "zip"],
  ["\xd0\xcf\x11\xe0", "xls"],
  ["\x1f\x8b", "gzip"],
  ["%PDF", "pdf"],
]

/**
 * Tells by its first bytes what a file is, whatever its name or content type says: a spreadsheet file, another
 * archive, a document, a web page (XML counts as one), or `null` for what can be text in rows.
 * Takes the first kilobyte, or all of a shorter file.
 */
export const sniffType = (head: Uint8Array): ForeignType | null => {
  const text = String.fromCharCode(...head.subarray(0, 1024))
  const found = magic.find(([start]) => text.startsWith(start))?.[1]
  if (found === "zip") return zipType(text)
  if (found !== undefined) return found
  return /^(\xef\xbb\xbf)?\s*<(!doctype|\?xml|html|head|body|meta|table)[\s>]/i.test(text) ? "html" : null
}

// A package of Office Open XML lists its content types and relations first; OpenDocument names its type first.
const zipType = (text: string): ForeignType => {
  if (text.includes("application/vnd.oasis.opendocument.spreadsheet")) return "ods"
  if (/(word|ppt)\//.test(text)) return "zip"
  return /\[Content_Types\]\.xml|_rels\/\.rels|xl\//.test(text) ? "xlsx" : "zip"
}
