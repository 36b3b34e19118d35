import { XlsxFault } from "./XlsxFault.ts"

/** What a compound file (MS-CFB) starts with: a workbook of Excel 97 to 2003, or one that a password encrypts. */
export const isCompoundFile = (head: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => head[at] === byte)

/** Why a compound file is not read, told by the names of its streams (MS-OFFCRYPTO 2.3.4, MS-XLS 2.1). */
export const compoundFileFault = (file: Buffer): XlsxFault => {
  const has = (name: string) => file.includes(Buffer.from(`${name}\0`, "utf16le"))
  if (has("EncryptedPackage")) return new XlsxFault({ code: "file.encrypted" })
  const found = has("Workbook") || has("Book") ? "xls" : "ole"
  return found === "xls"
    ? new XlsxFault({ code: "file.format_unsupported", details: { found } })
    : new XlsxFault({ code: "file.type_mismatch", details: { found } })
}
