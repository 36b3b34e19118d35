/**
 * `Content-Disposition` of a file to be saved (RFC 6266): the name in ASCII for old readers, and as it is by
 * RFC 8187. It names no path and holds nothing that could end the header.
 */
export const attachment = (fileName: string): string => {
  const name = fileName.replace(/[/\\]/g, "_").toWellFormed()
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "_")
    .replace(/["%]/g, "_")
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
