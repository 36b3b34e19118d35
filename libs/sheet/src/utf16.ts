/** The text of UTF-16 code units as they are: a lone surrogate stays one. */
export const textOfUnits = (units: Uint16Array): string => {
  let text = ""
  for (let at = 0; at < units.length; at += 8192) {
    text += String.fromCharCode(...units.subarray(at, at + 8192))
  }
  return text
}

/** The text of bytes in UTF-16; an odd byte at the end is left out. */
export const decodeUtf16 = (bytes: Uint8Array, littleEndian: boolean): string => {
  const low = littleEndian ? 0 : 1
  const units = new Uint16Array(bytes.length >> 1)
  for (let unit = 0; unit < units.length; unit++) {
    units[unit] = bytes[2 * unit + low]! | (bytes[2 * unit + 1 - low]! << 8)
  }
  return textOfUnits(units)
}
